"""A text that tells a count of the period before tells as much as one about now: it is part of the release (R138)."""

from dataclasses import replace
from datetime import date

import pytest

from ombud.core.prose.statement import Verdict
from ombud.offices.actions.small_counts import decide
from ombud.offices.models import ReportingPeriod
from ombud.reporting.counting.gather import gather
from ombud.reporting.frozen import from_json, to_json
from ombud.reporting.queries.outlines import starting_outline
from ombud.reporting.releases.making import release_of_draft
from ombud.reporting.releases.released import Released
from ombud.reporting.statistics import Statistics, count_up
from tests.reporting.conftest import WORDS, Registering

BEFORE, NOW = (date(2024, 4, 1), date(2024, 9, 30)), (date(2024, 10, 1), date(2025, 3, 31))
NUMBERS = {"Børn & Familie": (1, 7), "Dagtilbud & Skole": (8, 9), "Miljø & Teknik": (6, 2), "Øvrige": (5, 0)}


@pytest.fixture
def counted(enquiry: Registering, period: ReportingPeriod) -> Statistics:
    ReportingPeriod.objects.filter(pk=period.pk).update(name="2024, 1. halvår", ends_on=BEFORE[1])
    ReportingPeriod.objects.create(name="2024, 2. halvår", starts_on=NOW[0], ends_on=NOW[1])
    for department, numbers in NUMBERS.items():
        for number, day in zip(numbers, (date(2024, 5, 2), date(2024, 11, 4)), strict=True):
            for _ in range(number):
                enquiry(day, matters=((department, "Inddragelse"),))
    decide(audience="public", kind="", values={"rule": "protect"}, by=None)
    return count_up(gather(*NOW, WORDS), WORDS)


def released(statistics: Statistics, text: str) -> Released:
    first = starting_outline("da", WORDS)[0]
    return release_of_draft(statistics, [replace(first, key="own", title="Egen", text=text)], WORDS)


@pytest.mark.parametrize("table", ["", "{tabel: departments-now-and-before}\n\n"])
def test_a_hidden_number_of_the_period_before_is_not_told(counted: Statistics, table: str) -> None:
    text = f"{table}Sidste periode var der 1 henvendelse hos Børn & Familie."
    (claim,) = released(counted, text).claims
    assert claim.verdict is Verdict.HIDDEN_NUMBER


def test_a_large_number_of_the_period_before_may_be_told(counted: Statistics) -> None:
    (claim,) = released(counted, "Sidste periode var der 8 henvendelser hos Dagtilbud & Skole.").claims
    assert claim.verdict is Verdict.TRUE


def test_the_trend_tells_both_of_its_numbers_and_an_edition_knows_it(counted: Statistics) -> None:
    told = {(one.number, one.period.first if one.period else None) for one in counted.told["trend"]}
    assert told == {(18, None), (20, BEFORE[0])}
    kept = from_json(to_json(gather(*NOW, WORDS)), WORDS)
    assert kept.told["trend"] == counted.told["trend"]
