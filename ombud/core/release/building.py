"""Tables, numbers in prose and earlier releases to one system of counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ombud.core.disclosure.system import Cell, Relation, Standing, System
from ombud.core.release.ledger import Ledger, Told
from ombud.core.release.remainders import remainders
from ombud.core.release.selection import Catalogue, Days, Selection
from ombud.core.release.told import Place, TableTelling

Sums = tuple[tuple[Selection, tuple[Selection, ...]], ...]


@dataclass(frozen=True)
class Release:
    """``system``: every count that the edition and the releases before it tell. ``places``: the keys of the cells that
    each printed number tells, by table and place. ``selections``: the facts behind a key. ``rounded_before``: between
    which two counts earlier releases said that a count lies by rounding it. ``untied``: periods of now and of an
    earlier release that overlap inside a month, so that no sum is known to bind what is told of the two.
    """

    system: System
    places: Mapping[str, Mapping[Place, tuple[str, ...]]]
    selections: Mapping[str, Selection]
    printed: frozenset[str]
    catalogue: Catalogue
    same: Mapping[str, str]
    rounded_before: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    untied: tuple[tuple[Days, Days], ...] = ()

    def key_of(self, one: Selection) -> str:
        """The key of its cell, whether or not the release has one."""
        key = one.key
        while key in self.same:
            key = self.same[key]
        return key

    def forcing(self, keys: frozenset[str]) -> "Release":
        """The same with more cells that are printed whatever happens."""
        if not keys:
            return self
        cells = {
            key: replace(cell, standing=Standing.FORCED) if key in keys else cell
            for key, cell in self.system.cells.items()
        }
        return replace(self, system=System(cells, self.system.relations))

    def of_kind(self, kind: str) -> System:
        """The part of the system that is about one kind of facts; kinds share no sums."""
        keys = {key for key, one in self.selections.items() if one.kind == kind and key in self.system.cells}
        relations = tuple(one for one in self.system.relations if one.total in keys)
        return System({key: self.system.cells[key] for key in self.system.cells if key in keys}, relations)

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.selections[key].kind for key in self.system.cells))

    def ledger(
        self,
        name: str,
        hidden: frozenset[str],
        rounded: Mapping[str, int] | None = None,
        bases: Mapping[str, int] | None = None,
    ) -> Ledger:
        """What is to be remembered of this release once it is published: its printed numbers, what it hid, and what it
        printed for counts that it ``rounded``, by the ``bases`` of their kinds.
        """
        values, by_kind = rounded or {}, bases or {}

        def base_of(key: str) -> int:
            return by_kind.get(self.selections[key].kind, 0) if key in values else 0

        cells = [
            Told(self.selections[key], cell.value, key in hidden, cell.label, values.get(key), base_of(key))
            for key, cell in self.system.cells.items()
            if key in self.printed
        ]
        sums = [(one.total, one.parts) for one in self.system.relations if {one.total, *one.parts} <= self.printed]
        return Ledger(name, tuple(cells), tuple(sums))


@dataclass
class _Building:
    cells: dict[str, Cell] = field(default_factory=dict)
    selections: dict[str, Selection] = field(default_factory=dict)
    relations: dict[Relation, None] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    same: dict[str, str] = field(default_factory=dict)

    def find(self, key: str) -> str:
        while key in self.same:
            key = self.same[key]
        return key


def build(
    tellings: Mapping[str, TableTelling],
    numbers: Iterable[tuple[Selection, int, str]],
    ledgers: Sequence[Ledger],
    catalogue: Catalogue,
) -> Release:
    """The system of an edition. ``numbers`` are counts told in prose with their label. What was told before is FORCED,
    what was hidden before HIDDEN, where the count is still the same; one that was corrected since is a cell of its own.
    """
    making = _Building()
    for telling in tellings.values():
        for one, value in telling.counts.items():
            _put(making, one, value, Standing.FORCED if one in telling.known else Standing.PRINTED, telling.labels[one])
    for one, value, label in numbers:
        _put(making, one, value, Standing.PRINTED, label)
    making.printed.update(making.cells)
    now = list(making.selections.values())
    sums = [(total.key, tuple(part.key for part in parts)) for t in tellings.values() for total, parts in t.sums]
    for ledger in ledgers:
        sums.extend(_remember(making, ledger))
    _add_sums(making, sums)
    _add_remainders(making, catalogue)
    _unite(making)
    kept = _kept(making)
    cells = {key: making.cells[key] for key in making.cells if key in kept}
    relations = tuple(one for one in making.relations if {one.total, *one.parts} <= kept)
    places = {
        name: {
            place: tuple(dict.fromkeys(making.find(one.key) for one in told)) for place, told in telling.cells.items()
        }
        for name, telling in tellings.items()
    }
    printed = frozenset(making.find(key) for key in making.printed)
    rounded, untied = _rounded_before(making, ledgers), _untied(now, ledgers)
    return Release(
        System(cells, relations), places, making.selections, printed, catalogue, making.same, rounded, untied
    )


def _untied(now: Iterable[Selection], ledgers: Sequence[Ledger]) -> tuple[tuple[Days, Days], ...]:
    """By period of an earlier release the longest of now that it overlaps."""
    found: dict[Days, Days] = {}
    mine = sorted(_times(now), key=lambda one: (one[0][0] - one[0][1], one))
    for other, others_cut in _times(told.selection for ledger in ledgers for told in ledger.cells):
        for days, cuts in mine:
            if (cuts or others_cut) and days != other and days[0] <= other[1] and other[0] <= days[1]:
                found.setdefault(other, days)
    return tuple(sorted((days, other) for other, days in found.items()))


def _times(selections: Iterable[Selection]) -> set[tuple[Days, bool]]:
    return {(days, one.cuts_a_month) for one in selections if (days := one.days)}


def _rounded_before(making: _Building, ledgers: Sequence[Ledger]) -> dict[str, tuple[int, int]]:
    """By cell what earlier roundings leave of it together; a count corrected since is another one."""
    found: dict[str, tuple[int, int]] = {}
    for told in (one for ledger in ledgers for one in ledger.cells):
        key = making.find(told.selection.key)
        if told.bounds is not None and key in making.cells and making.cells[key].value == told.value:
            low, high = found.get(key, told.bounds)
            found[key] = max(low, told.bounds[0]), min(high, told.bounds[1])
    return found


def _put(making: _Building, one: Selection, value: int, standing: Standing, label: str) -> None:
    making.selections.setdefault(one.key, one)
    known = making.cells.get(one.key)
    if known is None or (known.standing is Standing.PRINTED and standing is Standing.FORCED):
        making.cells[one.key] = Cell(value, standing, known.label if known else label)


def _remember(making: _Building, ledger: Ledger) -> list[tuple[str, tuple[str, ...]]]:
    """Put the cells of an earlier release into the system; its sums under the names that they have there. Counts that
    were rounded told nothing exactly.
    """
    names = {}
    for told in ledger.cells:
        if told.rounded is not None:
            continue
        key = told.selection.key
        known = making.cells.get(key)
        if known is not None and known.value != told.value:
            key = f"{key}@{ledger.release}"
            known = making.cells.get(key)
        names[told.selection.key] = key
        standing = Standing.HIDDEN if told.is_hidden else Standing.FORCED
        if known is None or known.standing is Standing.PRINTED or not told.is_hidden:
            making.cells[key] = Cell(told.value, standing, told.label)
            making.selections.setdefault(key, told.selection)
    return [
        (names[total], tuple(names[part] for part in parts))
        for total, parts in ledger.sums
        if total in names and all(part in names for part in parts)
    ]


def _add_sums(making: _Building, sums: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    for total, parts in sums:
        value = making.cells[total].value
        if total not in parts and value == sum(making.cells[part].value for part in parts):
            making.relations[Relation(total, parts)] = None


def _add_remainders(making: _Building, catalogue: Catalogue) -> None:
    told = {key: making.selections[key] for key in making.cells if "@" not in key}
    bound: dict[str, list[frozenset[str]]] = {}
    for one in making.relations:
        bound.setdefault(one.total, []).append(frozenset(one.parts))
    for total, parts, rest in remainders(told, bound, catalogue):
        value = making.cells[total].value - sum(making.cells[part].value for part in parts)
        if value < 0:
            continue
        if rest is None:
            if value == 0:
                making.relations[Relation(total, parts)] = None
            continue
        label = f"{making.cells[total].label} – {'; '.join(making.cells[part].label for part in parts[:3])}"
        making.cells.setdefault(rest.key, Cell(value, Standing.IMPLIED, label))
        making.selections.setdefault(rest.key, rest)
        if making.cells[rest.key].value == value:
            making.relations[Relation(total, (*parts, rest.key))] = None


def _unite(making: _Building) -> None:
    """A sum with one part says that two cells are one."""
    for one in [one for one in making.relations if len(one.parts) == 1]:
        first, second = making.find(one.total), making.find(one.parts[0])
        if first == second:
            continue
        kept, gone = sorted((first, second), key=lambda key: (making.cells[key].standing is Standing.IMPLIED, key))
        strongest = _stronger(making.cells[kept], making.cells[gone])
        making.cells[kept] = strongest
        making.same[gone] = kept
        del making.cells[gone]
    united: dict[Relation, None] = {}
    for one in making.relations:
        total, parts = making.find(one.total), tuple(sorted(making.find(part) for part in one.parts))
        if parts != (total,) and total not in parts:
            united[Relation(total, parts)] = None
    making.relations = united


def _stronger(first: Cell, second: Cell) -> Cell:
    order = (Standing.FORCED, Standing.HIDDEN, Standing.PRINTED, Standing.IMPLIED)
    return min(first, second, key=lambda cell: order.index(cell.standing))


def _kept(making: _Building) -> set[str]:
    """The cells that can have to do with what is printed now: those tied to it by sums with something unknown."""
    free = {key for key, cell in making.cells.items() if cell.standing is not Standing.FORCED}
    tied: dict[str, list[Relation]] = {}
    for one in making.relations:
        for key in {one.total, *one.parts} & free:
            tied.setdefault(key, []).append(one)
    now = {making.find(key) for key in making.printed}
    reached, waiting = set(now), [key for key in now if key in free]
    while waiting:
        for one in tied.get(waiting.pop(), ()):
            for key in {one.total, *one.parts} - reached:
                reached.add(key)
                if key in free:
                    waiting.append(key)
    return reached
