"""The rows of a list of the set-up, ready to print."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from ombud.desk.office.nouns import NOUNS, Noun
from ombud.offices.models import Department, Theme
from ombud.offices.models.dated import Dated
from ombud.offices.queries.departments import as_tree as department_tree
from ombud.offices.queries.taxonomies import as_tree as theme_tree


@dataclass(frozen=True)
class Row:
    """``state`` is "" while in use, else a word such as "ended"; ``depth`` is the place in a tree."""

    pk: int
    name: str
    cells: list[str]
    depth: int
    state: str


def noun_of(key: str) -> Noun:
    """The noun in the address; 404 for another word."""
    if key not in NOUNS:
        raise Http404
    return NOUNS[key]


def row_of(noun: Noun, pk: int) -> Any:
    """A row of the municipality in scope; 404 for anybody else's."""
    found = noun.model._default_manager.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def rows_of(noun: Noun, under: int | None, on: date) -> list[Row]:
    """All rows, those below another after it."""
    found = noun.model._default_manager.all()
    if noun.under and under is not None:
        found = found.filter(**{noun.under: under})
    return [_row(noun, thing, depth, on) for thing, depth in _in_order(noun, found)]


@dataclass(frozen=True)
class Listing:
    """A table of rows; a column in which no row has anything is left out."""

    headings: list[str]
    rows: list[Row]


def listing_of(noun: Noun, under: int | None, on: date) -> Listing:
    """All rows, those below another after it."""
    rows = rows_of(noun, under, on)
    shown = [index for index in range(len(noun.columns)) if any(row.cells[index] for row in rows)]
    headings = [str(noun.columns[index][0]) for index in shown]
    return Listing(headings, [replace(row, cells=[row.cells[index] for index in shown]) for row in rows])


def name_of(row: Any) -> str:
    """What a row is called on a page; a row without a name is called after its first day."""
    text = str(row)
    if "object (" in text:
        from ombud.desk.office.columns import dates

        year = getattr(row, "year", None)
        text = f"{row.department} {year}" if year else dates(row)
    return text


def _in_order(noun: Noun, found: Any) -> list[tuple[Any, int]]:
    if noun.model is Department:
        return list(department_tree(found.prefetch_related("aliases", "successions__successor")))
    if noun.model is Theme:
        return list(theme_tree(found.prefetch_related("mapped_to__target")))
    return [(row, 0) for row in found]


def _row(noun: Noun, thing: Any, depth: int, on: date) -> Row:
    cells = [show(thing) for _label, show in noun.columns]
    return Row(thing.pk, name_of(thing), cells, depth, state(thing, on))


def state(thing: Any, on: date) -> str:
    """Whether a dated row is in use on the day, in a word."""
    if not isinstance(thing, Dated) or thing.is_in_force(on):
        return ""
    return _("ended") if thing.ends_on is not None and thing.ends_on < on else _("not begun")
