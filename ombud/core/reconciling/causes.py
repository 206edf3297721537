"""The search for why two numbers differ: among all numbers that are told, those that fit exactly."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ombud.core.reconciling.cause import Cause, CauseKind
from ombud.core.reconciling.discrepancy import Discrepancy, Kind
from ombud.core.reconciling.quantity import Member, Quantity, Told

MOST = 3
"""Causes told of one difference. Where more groups than this have the very number, none of them is told: a difference
of 1 fits everywhere.
"""


def explain(
    found: Iterable[Discrepancy], told: Iterable[Told], corrected: Mapping[str, int] | None = None
) -> tuple[Discrepancy, ...]:
    """The discrepancies with their causes. ``corrected``: by span, how many registrations were changed since an edition
    on it was published.
    """
    found = tuple(found)
    search = _Search(tuple(told), found, corrected or {})
    return tuple(replace(one, causes=(*one.causes, *search.causes(one))[:MOST]) for one in found)


class _Search:
    def __init__(self, told: tuple[Told, ...], found: tuple[Discrepancy, ...], corrected: Mapping[str, int]) -> None:
        self.told, self.found, self.corrected = told, found, corrected
        self.values = {(one.quantity, one.value): one for one in reversed(told)}

    def causes(self, one: Discrepancy) -> tuple[Cause, ...]:
        """What fits, the likeliest first."""
        found = [*self.since(one)]
        if one.kind is Kind.PARTS:
            found += [*self.without_member(one), *self.left_out(one)]
        elif one.kind is not Kind.SHARES:
            found += [*self.among_siblings(one), *self.left_out(one), *self.other_unit(one), *self.months(one)]
        return tuple(dict.fromkeys(found))

    def since(self, one: Discrepancy) -> Iterator[Cause]:
        number = self.corrected.get(one.quantity.span, 0)
        if one.kind is Kind.EARLIER and number >= abs(one.difference):
            yield Cause(CauseKind.CORRECTED, number)

    def without_member(self, one: Discrepancy) -> Iterator[Cause]:
        """What is missing has no member of the dimension; certain where the number of those without one is told."""
        missing = one.difference
        not_stated = one.quantity.beside(members=one.quantity.members | {(one.by, "")})
        is_told = any(other.quantity == not_stated for other in self.told)
        if missing > 0 and (not is_told or (not_stated, missing) in self.values):
            yield Cause(CauseKind.WITHOUT_MEMBER, missing, one.quantity.unit, one.by)

    def left_out(self, one: Discrepancy) -> Iterator[Cause]:
        """Groups whose number is the very difference."""
        fits = [
            Cause(CauseKind.LEFT_OUT, other.value, other.quantity.unit, other.label)
            for other in self.told
            if other.value == abs(one.difference) and other.label and self._is_within(other.quantity, one)
        ]
        fits = list(dict.fromkeys(fits))
        yield from fits if len(fits) <= MOST else ()

    def _is_within(self, part: Quantity, one: Discrepancy) -> bool:
        more = part.members - one.quantity.members
        return (
            part.unit == one.quantity.unit
            and part.span == one.quantity.span
            and one.quantity.members < part.members
            and len(more) == 1
            and not any(name == one.by for name, _ in more)
        )

    def other_unit(self, one: Discrepancy) -> Iterator[Cause]:
        """One of the two numbers is the count of another unit of the same members (R279)."""
        for other in self.told:
            same = other.quantity.unit != one.quantity.unit and other.quantity == one.quantity.beside(
                unit=other.quantity.unit
            )
            if same and other.value in (one.number, one.other_number):
                yield Cause(CauseKind.OTHER_UNIT, other.value, other.quantity.unit, "", one.quantity.unit)

    def months(self, one: Discrepancy) -> Iterator[Cause]:
        """One of the two numbers is told of other days."""
        wanted = {one.number, one.other_number}
        for other in self.told:
            same = replace(other.quantity, span=one.quantity.span) == one.quantity
            if same and other.quantity.span != one.quantity.span and other.value in wanted:
                yield Cause(CauseKind.MONTHS, other.value, "", one.quantity.span, other.quantity.span)

    def among_siblings(self, one: Discrepancy) -> Iterator[Cause]:
        """Another member of one dimension with the numbers exchanged, or with the opposite difference."""
        for other in self.found:
            if other.kind is not one.kind or not _are_siblings(one.quantity, other.quantity):
                continue
            if (other.number, other.other_number) == (one.other_number, one.number):
                yield Cause(CauseKind.SWAPPED, 0, "", one.label, other.label)
            elif other.difference == -one.difference:
                here, there = (one, other) if one.difference < 0 else (other, one)
                number = abs(one.difference)
                yield Cause(CauseKind.MOVED, number, one.quantity.unit, here.label, there.label)


def _are_siblings(one: Quantity, other: Quantity) -> bool:
    mine, others = one.members - other.members, other.members - one.members
    if replace(one, members=frozenset()) != replace(other, members=frozenset()):
        return False
    return len(mine) == len(others) == 1 and _dimension(mine) == _dimension(others)


def _dimension(members: frozenset[Member]) -> str:
    return next(iter(members))[0]
