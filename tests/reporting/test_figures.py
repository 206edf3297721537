"""Figures that would show nothing are a sentence instead (R215)."""

from datetime import date
from fractions import Fraction

from django.utils import translation

from ombud.offices.models import Municipality
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.statistics import statistics_for
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
