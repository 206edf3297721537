"""A draft shows everything, also what is wrong with it."""

import pytest
from django.utils import translation

from ombud.core.report.tree import FigureBlock, Section, TableBlock
from ombud.reporting import drafts
from ombud.reporting.actions.definitions import change_definition
from ombud.reporting.actions.sections import change_section
from ombud.reporting.models import Definition, Report
from tests.reporting.conftest import WORDS


def blocks(sections: tuple[Section, ...]) -> list[object]:
    return [block for one in sections for block in (*one.blocks, *blocks(one.sections))]


def test_the_shipped_outline_has_no_problems(report: Report) -> None:
    document, problems = drafts.render(report, WORDS)
    assert problems == ()
    assert document.is_draft


def test_tables_1_to_4_have_the_numbers_of_the_published_report(report: Report) -> None:
    document, _ = drafts.render(report, WORDS)
    tables = [block for block in blocks(document.sections) if isinstance(block, TableBlock)]
    assert [(one.number, one.table.name) for one in tables[:4]] == [
        (1, "departments-by-role"),
        (2, "subthemes-by-department"),
        (3, "appeals-by-outcome"),
        (4, "appeal-remarks-by-theme"),
    ]


def test_a_section_switched_off_is_not_in_the_document(report: Report) -> None:
    preface = report.sections.get(key="preface")
    change_section(section=preface, version=1, by=None, included=False)
    document, _ = drafts.render(report, WORDS)
    assert "Forord" not in [section.title for section in document.sections]


def test_a_figure_left_out_by_choice_is_no_problem(report: Report) -> None:
    figure = Definition.objects.get(kind="figure", name="months")
    change_definition(definition=figure, spec=figure.spec | {"hidden": True}, by=None)
    document, problems = drafts.render(report, WORDS)
    names = [block.figure.name for block in blocks(document.sections) if isinstance(block, FigureBlock)]
    assert problems == ()
    assert "months" not in names


@pytest.mark.parametrize("text", ["{figur: months}", "  {Figure:months}  ", "Før\n\n{figur: months}\n\nEfter"])
def test_lines_keep_their_numbers_where_a_figure_is_left_out(text: str) -> None:
    assert drafts.without_figures(text, ["months"]).count("\n") == text.count("\n")
    assert "months" not in drafts.without_figures(text, ["months"])


def test_the_document_speaks_the_language_of_the_report_whoever_asks(report: Report) -> None:
    with translation.override("en"):
        document, _ = drafts.render(report, WORDS)
    assert document.language == "da"
    tables = [block.table for block in blocks(document.sections) if isinstance(block, TableBlock)]
    assert tables[0].columns[0].label == "Hovedsag"


def test_all_four_files_are_written(report: Report) -> None:
    files = drafts.write_files(drafts.render(report, WORDS)[0], WORDS)
    assert [files["pdf"][:5], files["docx"][:2], files["xlsx"][:2]] == [b"%PDF-", b"PK", b"PK"]
    assert files["html"].startswith(b"<!")
