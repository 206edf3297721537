"""The published tables of Albertslund as they are made by the program, and its report's sentences held against them."""

import json
from pathlib import Path

import pytest

import ombud
from benchmarks.prose import DANISH
from ombud.core.prose.check import check
from ombud.core.prose.from_tables import knowledge_of
from ombud.core.prose.knowledge import BEFORE, Knowledge, Name, Unit
from ombud.core.prose.passages import ProseSection
from ombud.core.prose.statement import Verdict
from ombud.core.statistics.parse_definitions import parse_definitions
from ombud.core.statistics.table import Basis, Column, Row, Table
from ombud.core.statistics.tables import make_tables
from ombud.core.words import PLAIN
from tests.core.statistics.albertslund import inputs

DEFAULT = Path(ombud.__file__).parent / "reporting" / "definitions" / "default.json"
TABLES = make_tables(parse_definitions(json.loads(DEFAULT.read_text("utf-8")), PLAIN).tables, inputs(), DANISH)
UNITS = (
    Unit("enquiries", "henvendelse", "henvendelser"),
    Unit("matters", "sag", "sager", ("klagepunkt", "klagepunkter"), "enquiries"),
    Unit("decisions", "afgørelse", "afgørelser", ("sag", "sager")),
    Unit("remarks", "bemærkning", "bemærkninger", (), "decisions", once_each=True),
)
KEYS = {"sager": "matters", "enquiries": "enquiries", "decisions": "decisions", "remarks": "remarks"}
NAMES = (
    Name(
        "department", "Borger, Arbejdsmarked & Erhverv", "Borger, Arbejdsmarked & Erhverv", ("Borger & Arbejdsmarked",)
    ),
    Name("theme", "Forvaltningsskik", "Forvaltningsskik", ("god forvaltningsskik",)),
    Name("outcome", "rejected", "Klage afvist"),
    Name("outcome", "with_remarks", "Med bemærkninger"),
)


def knowledge(hidden: frozenset[str] = frozenset()) -> Knowledge:
    return knowledge_of(
        TABLES, units=UNITS, unit_keys=KEYS, names=NAMES, residuals=frozenset(("Andet",)), hidden=hidden
    )


def judged(text: str, known: Knowledge) -> list[Verdict]:
    found = check([ProseSection("s", "", text)], known, DANISH)
    return [one.verdict for one in found if one.verdict is not Verdict.NOT_ABOUT_DATA]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Jeg har registreret 162 henvendelser, som omfattede i alt 203 klagepunkter.", ["true", "true"]),
        ("Jeg har registreret 203 henvendelser.", ["false"]),
        ("Børn & Familie har haft 51 sager og Dagtilbud & Skole 26.", ["true", "true"]),
        ("Børn & Familie har haft 39 henvendelser.", ["true"]),
        ("Forvaltningsskik er fortsat det overordnede tema, der fylder mest.", ["true"]),
        ("Sagsbehandlingstid er det enkeltstående tema, der fylder mest.", ["true with"]),
        ("Over halvdelen af de behandlede sager (31 af 60 sager) fik bemærkninger.", ["true with", "true with"]),
        ("Der er 22 sager om sagsbehandlingstid og manglende svar.", ["true"]),
        ("Der er 6 sager om sagsbehandlingstid og manglende svar i Børn & Familie.", ["true"]),
        ("85 sager handler om god forvaltningsskik, og 23 af dem ligger i Børn & Familie.", ["true", "true"]),
        ("85 sager handler om god forvaltningsskik, og 24 af dem ligger i Børn & Familie.", ["true", "false"]),
    ],
)
def test_texts_are_held_against_the_tables_of_the_program(text: str, verdicts: list[str]) -> None:
    assert judged(text, knowledge()) == verdicts


def test_what_is_hidden_in_one_table_is_hidden_in_every_text() -> None:
    hidden = frozenset(["departments/Økonomi & Stab/count"])

    assert judged("Økonomi & Stab har haft 1 sag.", knowledge(hidden)) == [Verdict.HIDDEN_NUMBER]
    assert judged("Økonomi & Stab har haft 1 sag.", knowledge()) == [Verdict.TRUE]


def test_tables_that_leave_something_out_give_no_totals() -> None:
    ranking = next(one for one in TABLES if one.name == "ranking-of-subthemes")

    assert not knowledge_of([ranking], units=UNITS, unit_keys=KEYS).quantities


def test_earlier_periods_come_from_their_own_columns() -> None:
    basis = Basis("henvendelser", "", 12, "", "")
    columns = (
        Column("count", "2024"),
        Column("previous", "2023", span="2023-01-01_2023-12-31"),
        Column("share", "Andel", "percent"),
    )
    table = Table(
        "t",
        "",
        "",
        columns,
        (Row("a", "A", 0, (12, 9, 1)),),
        (12, 9, 1),
        "I alt",
        basis,
        row_dimensions=("department",),
    )
    known = knowledge_of([table], units=UNITS, unit_keys={"henvendelser": "enquiries"})

    found = {(one.value, one.period) for one in known.quantities}
    assert found == {(12, "now"), (9, BEFORE)}
