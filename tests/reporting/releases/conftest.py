"""An office that hides small counts, with two of them."""

import pytest

from ombud.offices.actions.small_counts import decide
from ombud.reporting.statistics import Statistics, statistics_for
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering


@pytest.fixture
def counted(enquiry: Registering) -> Statistics:
    for department, number in (("Børn & Familie", 1), ("Dagtilbud & Skole", 2), ("Miljø & Teknik", 8)):
        for _ in range(number):
            enquiry(matters=((department, "Inddragelse"),))
    decide(audience="public", kind="", values={"rule": "protect"}, by=None)
    return statistics_for(FIRST, LAST, WORDS)
