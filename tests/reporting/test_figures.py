"""Figures that would show nothing are a sentence instead (R215)."""

from datetime import date

from ombud.offices.models import Municipality
from ombud.reporting.statistics import statistics_for
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering


def test_a_series_with_one_period_is_a_sentence(office: Municipality, enquiry: Registering) -> None:
    for department in ("Børn & Familie", "Dagtilbud & Skole"):
        enquiry(matters=((department, "Inddragelse"),))
    figure = statistics_for(FIRST, LAST, WORDS).figures["departments-over-years"]
    assert figure.sentence == "Der er kun tal for én periode: 2024/25."


def test_one_category_is_a_sentence(office: Municipality, enquiry: Registering) -> None:
    enquiry(date(2024, 5, 2))
    enquiry(date(2024, 6, 2))
    assert statistics_for(FIRST, LAST, WORDS).figures["departments"].sentence
