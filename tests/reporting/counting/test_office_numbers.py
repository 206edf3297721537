"""Numbers of the function itself that a text may name."""

from datetime import date
from decimal import Decimal

from ombud.casework.actions.citizens import link
from ombud.offices.actions.entries import add
from ombud.offices.models import Municipality, Staffing
from ombud.reporting.statistics import statistics_for
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering


def test_a_citizen_who_comes_three_times_is_one_citizen(office: Municipality, enquiry: Registering) -> None:
    first, second, third, _other = (enquiry(date(2024, 5, day)) for day in (1, 2, 3, 4))
    link(enquiry=second, other=first, by=None)
    link(enquiry=third, other=second, by=None)
    numbers = statistics_for(FIRST, LAST, WORDS).numbers
    assert (numbers["henvendelser"], numbers["borgere"]) == ("4", "2")


def test_the_staffing_of_the_period_can_be_printed(office: Municipality) -> None:
    Staffing.objects.all().delete()
    shares = [{"municipality": "Albertslund", "percent": 40}, {"municipality": "Ishøj", "percent": 60}]
    values = {"starts_on": date(2023, 1, 1), "ends_on": None, "fte": Decimal("1.00"), "shares": shares}
    add(model=Staffing, values=values, by=None)
    assert statistics_for(FIRST, LAST, WORDS).numbers["bemanding"] == (
        "1 årsværk (Albertslund 40\u00a0%, Ishøj 60\u00a0%)"
    )
