"""Per cents against the counts they are of: another base, exchanged labels, rounding (R241, R280, I1, I3)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from ombud.core.reconciling.cause import Cause, CauseKind
from ombud.core.reconciling.discrepancy import Discrepancy, Kind
from ombud.core.reconciling.quantity import Member, Place, Quantity, Told, left_out_keys, quantity
from ombud.core.reconciling.telling import UNIT_OF_KIND, members_of_row, place_of
from ombud.core.statistics.shares import per_cents
from ombud.core.statistics.table import Table


@dataclass(frozen=True)
class Share:
    """One label of a figure: a member with its whole per cent."""

    member: Member
    label: str
    per_cent: int


@dataclass(frozen=True)
class Shares:
    """All labels of a figure; ``of`` is what they are shares of. ``base`` is the number printed as their base; None
    where none is.
    """

    of: Quantity
    place: Place
    shares: tuple[Share, ...]
    base: int | None = None


def shares_in(table: Table, span: str) -> tuple[Shares, ...]:
    """The whole per cents of a table that prints them beside its counts. Their base is the sum of what is stated where
    a row is not (it is printed in a note).
    """
    places = {column.key: at for at, column in enumerate(table.columns)}
    if not {"count", "share"} <= places.keys() or table.columns[places["share"]].decimals:
        return ()
    shares, base = [], 0
    for at, row in enumerate(table.rows):
        members, count, share = members_of_row(table, at), row.cells[places["count"]], row.cells[places["share"]]
        if row.level:
            continue
        if members is None or not isinstance(count, int):
            return ()
        if isinstance(share, Fraction):
            shares.append(Share(members[0], row.label, int(share * 100)))
            base += count
    where = [(name, "|".join(sorted(keys))) for name, keys in table.where.items()]
    of = quantity(UNIT_OF_KIND.get(table.kind, table.kind), span, where, left_out_keys(table.left_out))
    return (Shares(of, place_of(table), tuple(shares), base),)


def check_shares(figures: Iterable[Shares], told: Iterable[Told]) -> tuple[Discrepancy, ...]:
    """Per cents that are not those of the counts told, with the cause where one fits. A figure with a member whose
    count is told nowhere is not looked at.
    """
    values: dict[Quantity, Told] = {}
    for one in told:
        values.setdefault(one.quantity, one)
    return tuple(found for figure in figures for found in _checked(figure, values))


def _checked(figure: Shares, values: Mapping[Quantity, Told]) -> Iterator[Discrepancy]:
    parts = [values.get(figure.of.beside(members=figure.of.members | {one.member})) for one in figure.shares]
    whole = values.get(figure.of)
    if whole is not None and figure.base is not None:
        whole = replace(whole, value=figure.base)
    counts = [one.value for one in parts if one is not None]
    if whole is None or len(counts) < len(parts) or not counts:
        return
    printed = [one.per_cent for one in figure.shares]
    if _fits(printed, counts, whole.value):
        return
    stated = sum(counts)
    if stated != whole.value and _fits(printed, counts, stated):
        by = figure.shares[0].member[0]
        causes = (
            Cause(CauseKind.OTHER_BASE, stated, figure.of.unit),
            *(
                [Cause(CauseKind.WITHOUT_MEMBER, whole.value - stated, figure.of.unit, by)]
                if stated < whole.value
                else []
            ),
        )
        yield Discrepancy(
            Kind.PARTS, figure.of, stated, figure.place, whole.value, whole.place, whole.label, by, causes
        )
        return
    expected = _per_cents(counts, whole.value)
    for at, share in enumerate(figure.shares):
        told = parts[at]
        if told is None or _near(share.per_cent, counts[at], whole.value):
            continue
        causes = tuple(_exchanged(figure, counts, whole.value, at))
        yield Discrepancy(
            Kind.SHARES, told.quantity, share.per_cent, figure.place, expected[at], told.place, share.label, "", causes
        )


def _exchanged(figure: Shares, counts: list[int], base: int, at: int) -> Iterator[Cause]:
    """Another label that has this one's share while this one has the other's."""
    mine = figure.shares[at]
    for place, other in enumerate(figure.shares):
        fits = _near(mine.per_cent, counts[place], base) and _near(other.per_cent, counts[at], base)
        if place != at and fits:
            yield Cause(CauseKind.SWAPPED, 0, "", mine.label, other.label)


def _fits(printed: list[int], counts: list[int], base: int) -> bool:
    return all(_near(share, count, base) for share, count in zip(printed, counts, strict=True))


def _near(share: int, count: int, base: int) -> bool:
    """Whether a whole per cent is the count's, rounded by itself or so that all make 100."""
    return base > 0 and abs(share * base - 100 * count) < base


def _per_cents(counts: list[int], base: int) -> list[int]:
    return [int(share * 100) if share is not None else 0 for share in per_cents(counts, base)]
