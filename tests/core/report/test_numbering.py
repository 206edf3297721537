from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from ombud.core.report.numbering import resolve
from ombud.core.report.outline import OutlineSection
from ombud.core.report.problem import Problem
from ombud.core.report.tree import (
    CaseBox,
    Document,
    FigureBlock,
    FootnoteMark,
    LiveNumber,
    Paragraph,
    Reference,
    TableBlock,
    Text,
)
from ombud.core.statistics.table import Basis, Column, Figure, Row, Table
from ombud.core.words import PLAIN

COVER = Document("Beretning", "", "da", "Eksempelby", "A", "By", "maj 2025", date(2024, 4, 1), date(2025, 3, 31), ())
TABLE = Table(
    "departments",
    "Afdelinger",
    "Afdeling",
    (Column("n", "Sager"),),
    (Row("a", "A", 0, (3,)),),
    (3,),
    "I alt",
    Basis("matters", "all", 3, "p", "r"),
)
OTHER = replace(TABLE, name="themes")
TABLES = {"departments": TABLE, "themes": OTHER}
FIGURES = {
    "departments": Figure("departments", "Afdelinger", "bar", TABLE),
    "months": Figure("months", "Måneder", "bar", TABLE),
    "types": Figure("types", "Typer", "pie", TABLE, sentence="Alle er klager."),
}


def section(key: str, text: str = "Tekst.", level: int = 1, numbered: bool = True) -> OutlineSection:
    return OutlineSection(key, key.capitalize(), level, numbered, text)


def run(*outline: OutlineSection) -> tuple[Document, tuple[Problem, ...]]:
    return resolve(outline, TABLES, FIGURES, {"matters": "203"}, PLAIN, cover=COVER)


def problems_of(text: str) -> Sequence[Problem]:
    return run(section("intro", text))[1]


def test_sections_are_numbered_inside_the_nearest_numbered_one() -> None:
    document, _ = run(
        section("forord", numbered=False),
        section("henvendelser"),
        section("fordeling", level=2),
        section("emner", level=2),
        section("metode", level=3, numbered=False),
        section("skik"),
        section("tid", level=3),
        section("bilag", numbered=False),
        section("tabeller", level=2, numbered=False),
    )
    assert [one.number for one in document.sections] == ["", "1", "2", ""]
    assert [one.number for one in document.sections[1].sections] == ["1.1", "1.2"]
    assert document.sections[1].sections[1].sections[0].number == ""
    assert document.sections[2].sections[0].number == "2.1"
    assert document.sections[3].sections[0].title == "Tabeller"


def test_tables_figures_and_cases_are_numbered_once_through_the_report() -> None:
    document, problems = run(
        section("a", "{tabel: themes}\n\n{figur: types}\n\n{figur: months}\n\n::: case En #en\nx\n:::"),
        section("b", "{tabel: departments}\n\n{figur: departments}\n\n::: case To\ny\n:::"),
    )
    assert not problems
    blocks = [block for one in document.sections for block in one.blocks]
    assert [block.number for block in blocks if isinstance(block, TableBlock)] == [1, 2]
    assert [block.number for block in blocks if isinstance(block, FigureBlock)] == [0, 1, 2]
    assert [block.number for block in blocks if isinstance(block, CaseBox)] == [1, 2]
    anchors = [block.anchor for block in blocks if not isinstance(block, Paragraph)]  # type: ignore[union-attr]
    assert len(set(anchors)) == len(anchors)


def test_references_follow_the_numbers_also_forwards() -> None:
    document, problems = run(
        section(
            "a",
            "{se: themes} og {se: figur departments}, {se: tabel departments}, {se: tabt}. {se: b}. Og {se: forord}.",
        ),
        section("forord", numbered=False),
        section("b", "{tabel: departments}\n\n{tabel: themes}\n\n{figur: departments}\n\n::: case T #tabt\nx\n:::"),
    )
    assert not problems
    (paragraph,) = document.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    references = [child for child in paragraph.children if isinstance(child, Reference)]
    assert [reference.text.replace("\u00a0", " ") for reference in references] == [
        "Table 2",
        "figure 1",
        "table 1",
        "case 1",
        "Section 2",
        "the section “Forord”",
    ]
    assert [reference.anchor for reference in references[:2]] == ["table-2", "figure-1"]
    assert references[4].anchor == document.sections[2].anchor


def test_a_subheading_is_a_section_below() -> None:
    document, _ = run(section("a", "Først\n\n### Tid\n\nSå"), section("b", level=2))
    assert [(one.title, one.number) for one in document.sections[0].sections] == [("Tid", ""), ("B", "1.1")]


def test_footnotes_are_numbered_through_the_report() -> None:
    document, problems = run(section("a", "x[^n] y[^n]\n\n[^n]: Den første"), section("b", "z^[Den anden]"))
    assert not problems
    assert [(note.number, note.children) for note in document.footnotes] == [
        (1, (Text("Den første"),)),
        (2, (Text("Den anden"),)),
    ]
    (second,) = document.sections[1].blocks
    assert second == Paragraph((Text("z"), FootnoteMark(2)))


def test_a_live_number_is_bound_by_name() -> None:
    document, _ = run(section("a", "I alt {tal: matters} sager"))
    assert document.sections[0].blocks == (Paragraph((Text("I alt "), LiveNumber("matters", "203"), Text(" sager"))),)


@pytest.mark.parametrize(
    ("text", "line", "stops"),
    [
        ("Se {se: nothing}", 1, True),
        ("Se\n{se: themes}", 2, True),
        ("{tabel: nothing}", 1, True),
        ("{figur: nothing}", 1, True),
        ("{tabel: themes}\n\n{tabel: themes}", 3, True),
        ("{figur: months}\n\n{figur: months}", 3, True),
        ("Der er {tal: nothing} sager", 1, True),
        ("Det fremgår af\nfigur X og mere", 2, True),
        ("Det fremgår af tabel\n?", 1, True),
        ("Se tabel ?.", 1, True),
        ("Se **figur XX**", 1, True),
        ("Se afsnit 1.3 om opfølgning", 1, True),
        ("Se tabel 7.", 1, True),
        ("Se afsnit 4.2 i vedtægten", 1, False),
        ("Se afsnit 1", 1, False),
        ("{figur: types}\n\n{se: types}", 3, True),
        ("", 0, True),
        ("[x](javascript:x)", 1, True),
        ("{figur: departments}\n\n{tabel: departments}\n\n{se: departments}", 5, True),
        ("note[^x]", 1, True),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, line: int, stops: bool) -> None:
    (problem,) = problems_of(text)
    assert (problem.section, problem.line, problem.stops_publication) == ("intro", line, stops)
    assert problem.message


@pytest.mark.parametrize(
    "text", ["Figurer og tabeller", "Sag x er lukket", "Casen", "tabel over x", "§ 3 og figuren x"]
)
def test_ordinary_prose_is_no_reference(text: str) -> None:
    assert not problems_of(text)


def test_a_section_with_parts_below_may_be_empty_itself() -> None:
    assert not run(section("a", ""), section("b", level=2))[1]


def test_problems_come_in_reading_order_and_the_document_is_whole() -> None:
    document, problems = run(section("z", "{se: n}\n\n{tabel: n}"), section("a", "figur X"))
    assert [(problem.section, problem.line) for problem in problems] == [("z", 1), ("z", 3), ("a", 1)]
    assert len(document.sections) == 2
    assert document.title == "Beretning"
