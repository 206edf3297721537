"""Figures that would show nothing are a sentence instead (R215)."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from django.utils import translation

from ombud.core.statistics.definitions import Definitions, FigureDefinition
from ombud.core.statistics.table import Column, Row, Table
from ombud.offices.models import Municipality
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.statistics import make_figures, statistics_for
from ombud.tenancy.scope import scope
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


def test_g9_published_types_give_complaints_and_others(db: None) -> None:
    ishoej = make_municipality(code="0183", by=None)
    with scope(ishoej), translation.override("da"):
        table = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS).tables["headline"]
    assert [(row.label, row.cells) for row in table.rows] == [
        ("Klager", (23, Fraction(40, 100))),
        ("Andre henvendelser", (35, Fraction(60, 100))),
    ]
    assert table.total[0] == 58


def test_g10_complaints_of_the_centres_are_held_against_all_complaints(db: None) -> None:
    ishoej = make_municipality(code="0183", by=None)
    with scope(ishoej), translation.override("da"):
        found = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS).differences
    assert [(one.parts, one.total) for one in found if one.where.endswith(", Klage")] == [(22, 23)]


def test_types_that_were_not_published_are_no_noughts(db: None) -> None:
    ishoej = make_municipality(code="0183", by=None)
    with scope(ishoej), translation.override("da"):
        tables = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS).tables
    crossed = [column.label for column in tables["types-by-department"].columns]
    assert crossed == ["Klage", "Andre henvendelser", "Uoplyst", "I alt"]
    assert 0 not in [cell for row in tables["years-by-type"].rows for cell in row.cells]


CENTRES = {
    "Center for Byudvikling og Natur": "3 henvendelser. ",
    "Center for Borger, Økonomi og IT": "Alle 6 henvendelser er i kategorien Andre henvendelser.",
    "Center for Voksne og Velfærd": "",
}


def of_centre(table: Table, row: Row) -> Table:
    """The types of one centre, as published."""
    cells = zip(table.columns, row.cells, strict=True)
    rows = tuple(Row(column.key, column.label, 0, (cell,)) for column, cell in cells if cell and not column.is_total)
    whole = row.cells[-1]
    assert isinstance(whole, int)
    basis = replace(table.basis, base_count=whole)
    return replace(table, columns=(Column("count", "Henvendelser"),), rows=rows, total=(whole,), basis=basis)


def test_g11_small_centres_have_a_sentence_and_no_figure(db: None) -> None:
    """Ishøj 2023: no chart for a centre with two contacts, none for one with a single category (R138, R139, R215)."""
    ishoej = make_municipality(code="0183", by=None)
    with scope(ishoej), translation.override("da"):
        table = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS).tables["types-by-department"]
        tables = {row.label: of_centre(table, row) for row in table.rows if row.label in CENTRES}
        pies = tuple(FigureDefinition(name, {"da": name}, name, "pie") for name in CENTRES)
        drawn, _ = make_figures(Definitions((), pies), tables, WORDS, {}, {"matters": 3})
    for name, said in CENTRES.items():
        sentence = drawn[name].sentence
        assert said in sentence if said else sentence == "", sentence
    assert tables["Center for Byudvikling og Natur"].basis.base_count == 2
    assert "2" not in drawn["Center for Byudvikling og Natur"].sentence
