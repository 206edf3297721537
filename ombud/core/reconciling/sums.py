"""Totals and their parts, each counted on its own (R90, R278, R282), also where a part is not told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ombud.core.numbers import number_text
from ombud.core.reconciling.discrepancy import Discrepancy, Kind
from ombud.core.reconciling.flag import Flag, FlagKind
from ombud.core.reconciling.quantity import Place, Quantity, Told, counted_text, quantity
from ombud.core.reconciling.telling import UNIT_OF_KIND, members_of_row, place_of
from ombud.core.statistics.definitions import PERIOD
from ombud.core.statistics.table import Column, Table
from ombud.core.words import Words


@dataclass(frozen=True)
class Unknown:
    """A part that nobody has told, and the most it can be."""

    label: str
    most: int


@dataclass(frozen=True)
class Sum:
    """``total`` by the members of ``by``. ``place`` is where the parts stand. ``has_not_stated``: one of the parts is
    for those without a member.
    """

    total: Told
    parts: tuple[int, ...]
    by: str
    place: Place
    unknown: tuple[Unknown, ...] = ()
    has_not_stated: bool = False

    @property
    def known(self) -> int:
        return sum(self.parts)

    @property
    def adds_up(self) -> bool:
        """Whether the parts can make the total, whatever the unknown ones are."""
        return self.known <= self.total.value <= self.known + sum(one.most for one in self.unknown)


def intervals(one: Sum) -> Mapping[str, tuple[int, int]]:
    """The least and the most each unknown part can be, by its label; empty when the parts cannot make the total."""
    if not one.adds_up:
        return {}
    left = one.total.value - one.known
    others = sum(part.most for part in one.unknown)
    return {part.label: (max(0, left - (others - part.most)), min(part.most, left)) for part in one.unknown}


def discrepancies(sums: Iterable[Sum]) -> tuple[Discrepancy, ...]:
    """The sums whose parts do not make their total, without causes; one found in several places is told once."""
    found: dict[str, Discrepancy] = {}
    for one in sums:
        if not one.adds_up:
            made = Discrepancy(
                Kind.PARTS,
                one.total.quantity,
                one.known,
                one.place,
                one.total.value,
                one.total.place,
                one.total.label,
                one.by,
            )
            known = found.setdefault(made.key, made)
            if known is not made:
                found[made.key] = _joined(known, made)
    return tuple(found.values())


def undecided(sums: Iterable[Sum], words: Words) -> tuple[Flag, ...]:
    """What cannot be told of the parts that are not told (G10)."""
    return tuple(
        Flag(FlagKind.UNDECIDED, one.place, _undecided(one, words)) for one in sums if one.unknown and one.adds_up
    )


def sums_in(table: Table, span: str) -> tuple[Sum, ...]:
    """Every sum inside a table: columns, rows, and rows with those below them. None of it where a cell is hidden,
    unknown or a share.
    """
    if table.row_dimensions == (PERIOD,):
        return ()
    return (*_down(table, span), *_across(table, span), *_levels(table, span))


def _down(table: Table, span: str) -> Iterator[Sum]:
    outer = [row for row in table.rows if row.level == 0]
    if not (table.rows_add_up and table.has_total and outer):
        return
    for at, column in enumerate(table.columns):
        days = column.key if table.over_periods else column.span or span
        members = ((table.column_dimension, column.key),) if table.column_dimension and not column.is_total else ()
        whole = _told(table, days, members, table.total[at], column.label if members else "")
        parts = [row.cells[at] for row in outer]
        if _counts(table, column):
            yield from _sum(whole, parts, table.row_dimensions[0], any(row.key == "" for row in outer))


def _across(table: Table, span: str) -> Iterator[Sum]:
    totals = [at for at, column in enumerate(table.columns) if column.is_total]
    if not (table.columns_add_up and table.column_dimension and totals):
        return
    lines = [(members_of_row(table, at), row.label, row.cells) for at, row in enumerate(table.rows)]
    has_not_stated = any(column.key == "" for column in table.columns)
    for members, label, cells in [*lines, ((), "", table.total)]:
        whole = _told(table, span, members or ((table.row_dimensions[0], label),), cells[totals[0]], label)
        if members == ():
            whole = _told(table, span, (), cells[totals[0]], "")
        parts = [cell for at, cell in enumerate(cells) if at not in totals]
        yield from _sum(whole, parts, table.column_dimension, has_not_stated)


def _levels(table: Table, span: str) -> Iterator[Sum]:
    """A row against the rows below it, in every column of numbers."""
    at = 0
    while at < len(table.rows):
        below = at + 1
        while below < len(table.rows) and table.rows[below].level > table.rows[at].level:
            below += 1
        members, inner = members_of_row(table, at), table.rows[at + 1 : below]
        for place, column in enumerate(table.columns if inner and members is not None else ()):
            crossed = ((table.column_dimension, column.key),) if table.column_dimension and not column.is_total else ()
            label = ", ".join((table.rows[at].label, *([column.label] if crossed else [])))
            days = column.key if table.over_periods else column.span or span
            whole = _told(table, days, (*(members or ()), *crossed), table.rows[at].cells[place], label)
            if _counts(table, column):
                cells = [row.cells[place] for row in inner]
                yield from _sum(whole, cells, table.row_dimensions[1], any(row.key == "" for row in inner))
        at = below


def _counts(table: Table, column: Column) -> bool:
    """Whether a column counts what the table is about: no changes, no inhabitants."""
    is_across = table.column_dimension or table.over_periods
    return column.unit == "count" and bool(is_across or column.key in ("count", "previous"))


def _told(table: Table, span: str, members: Iterable[tuple[str, str]], cell: object, label: str) -> Told | None:
    if isinstance(cell, bool) or not isinstance(cell, int):
        return None
    where = [(name, "|".join(sorted(keys))) for name, keys in table.where.items()]
    return Told(_quantity(table, span, [*where, *members]), cell, place_of(table), label)


def _quantity(table: Table, span: str, members: Iterable[tuple[str, str]]) -> Quantity:
    return quantity(UNIT_OF_KIND.get(table.kind, table.kind), span, members)


def _sum(whole: Told | None, cells: Sequence[object], by: str, has_not_stated: bool) -> Iterator[Sum]:
    numbers = [cell for cell in cells if isinstance(cell, int) and not isinstance(cell, bool)]
    if whole is not None and len(numbers) == len(cells):
        yield Sum(whole, tuple(numbers), by, whole.place, has_not_stated=has_not_stated)


def _joined(known: Discrepancy, other: Discrepancy) -> Discrepancy:
    also = tuple(dict.fromkeys((*known.also, *other.places)))
    return Discrepancy(
        known.kind,
        known.quantity,
        known.number,
        known.place,
        known.other_number,
        known.other_place,
        known.label,
        known.by,
        known.causes,
        tuple(place for place in also if place not in (known.place, known.other_place)),
    )


def _undecided(one: Sum, words: Words) -> str:
    language = words.get_language()
    told = [_interval(label, low, high, words) for label, (low, high) in intervals(one).items()]
    text = words.gettext("%(what)s: %(known)s of %(total)s are told in %(place)s. Not told: %(parts)s.")
    return text % {
        "what": counted_text(one.total.quantity, one.total.label, words),
        "known": number_text(one.known, language),
        "total": number_text(one.total.value, language),
        "place": one.place.text(words),
        "parts": "; ".join(told),
    }


def _interval(label: str, low: int, high: int, words: Words) -> str:
    if low == high:
        return f"{label} ({low})"
    return words.gettext("%(label)s (from %(low)s to %(high)s, which cannot be decided)") % {
        "label": label,
        "low": low,
        "high": high,
    }
