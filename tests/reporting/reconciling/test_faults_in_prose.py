"""I12, I13 and I16 in the texts of Albertslund's report, held against its own register; G11 in its figures."""

from dataclasses import replace

import pytest

from ombud.core.prose.statement import Kind, Reason, Verdict
from ombud.core.report.outline import OutlineSection
from ombud.core.statistics.definitions import FigureDefinition, TableDefinition
from ombud.core.statistics.figures import make_figure
from ombud.core.statistics.tables import make_table
from ombud.offices.models import Municipality
from ombud.reporting.actions.examples import load_example
from ombud.reporting.prose import claims_in
from ombud.reporting.statistics import Statistics, statistics_for
from tests.core.reconciling.reports import ALBERTSLUND
from tests.reporting.conftest import FIRST, LAST, WORDS


@pytest.fixture
def counted(office: Municipality) -> Statistics:
    load_example(municipality=office, by=None)
    return statistics_for(FIRST, LAST, WORDS)


def section(text: str) -> OutlineSection:
    return OutlineSection("text", "Tekst", 1, True, text)


def test_the_faults_of_the_prose_are_found_and_its_true_statements_pass(counted: Statistics) -> None:
    over_half = "Over halvdelen af afgørelserne (31 af 60 afgørelser) havde bemærkninger."
    share = claims_in([section(over_half)], counted, WORDS)
    assert {(one.kind, one.verdict, one.reason) for one in share} == {(Kind.SHARE, Verdict.TRUE_WITH, Reason.LEFT_OUT)}
    most = ALBERTSLUND.data["ranking"]["text"]
    ranked = [one for one in claims_in([section(f"Det ses, at {most}.")], counted, WORDS) if one.kind is Kind.RANKING]
    assert [one.verdict for one in ranked] == [Verdict.TRUE_WITH]
    true = "Borgerrådgiveren modtog 162 henvendelser, som omfattede i alt 203 sager."
    assert {one.verdict for one in claims_in([section(true)], counted, WORDS)} == {Verdict.TRUE}
    false = true.replace("162", "172")
    assert Verdict.FALSE in {one.verdict for one in claims_in([section(false)], counted, WORDS)}


def test_g11_a_department_of_fewer_than_three_is_a_sentence_that_tells_no_number(counted: Statistics) -> None:
    inputs = next(one for one in counted.prepared if one.definition.name == "subthemes-by-department").inputs
    departments = inputs.now.cubes["matters"].dimension("department").members
    small = next(one for one in departments if one.label == "Økonomi & Stab")
    large = next(one for one in departments if one.label == "Børn & Familie")
    definition = TableDefinition("one", {"da": "Én afdeling"}, rows=("theme",), where={"department": (small.key,)})
    figure = FigureDefinition("one", {"da": "Én afdeling"}, "one", "pie")
    shown = make_figure(figure, make_table(definition, inputs, WORDS), WORDS, threshold=3)
    assert "3" in shown.sentence
    assert not any(sign in shown.sentence for sign in ("1", "2"))
    whole = replace(definition, where={"department": (large.key,)})
    assert make_figure(figure, make_table(whole, inputs, WORDS), WORDS, threshold=3).sentence == ""
