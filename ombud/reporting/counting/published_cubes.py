"""A period that was never registered here, from the figures published about it: one small cube a table.

Published figures are margins; what they do not cross cannot be told. What the published parts lack to the published
total is *not stated* (R278, R281, G10).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ombud.core.statistics.codes import add_up, combine
from ombud.core.statistics.cube import Cube
from ombud.core.statistics.definitions import TableDefinition
from ombud.core.statistics.facts import MATTERS, Dimension, Member, dimension
from ombud.core.statistics.inputs import Aggregate
from ombud.core.statistics.months import month_dimension
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import period_name
from ombud.core.words import Words
from ombud.reporting.counting.needs import needed_dimensions
from ombud.reporting.counting.published import CROSS
from ombud.reporting.facts.choices import roles
from ombud.reporting.facts.setup import Setup

ROLE_OF_UNIT = {"enquiries": "main", "matters": ""}
UNKNOWN_OF_PUBLISHED = "outside_themes"
TYPE_GROUP = "type_group"
MUNICIPALITY = "municipality"

Counts = dict[tuple[str, ...], int]


@dataclass(frozen=True)
class Published:
    """The figures of exactly one period."""

    period: Period
    figures: tuple[Aggregate, ...]
    setup: Setup
    words: Words

    def total(self, unit: str) -> int | None:
        """The published total of a unit; None when it was not published."""
        return next((one.count for one in self.figures if (one.unit, one.dimension) == (unit, "")), None)

    def cube(self, definition: TableDefinition) -> Cube | None:
        """The cube for a table; None when the figures were not published in that division."""
        if definition.kind != MATTERS or "role" in needed_dimensions(definition):
            return None
        names = tuple(name for name in needed_dimensions(definition) if name != UNKNOWN_OF_PUBLISHED)
        counts = self.counts(definition.unit, names)
        if counts is None:
            return None
        dimensions = tuple(self._dimension(name, {keys[at] for keys in counts}) for at, name in enumerate(names))
        return _cube((roles(self.words), *dimensions), ROLE_OF_UNIT.get(definition.unit, ""), counts)

    def counts(self, unit: str, names: Sequence[str]) -> Counts | None:
        """Numbers by keys of the dimensions, completed with *not stated* up to the published margins."""
        counts = self._as_published(unit, CROSS.join(names))
        if counts is None or len(names) > 2:
            return None
        if len(names) == 2:
            outer = self._as_published(unit, names[0]) or {}
            for (key,), number in outer.items():
                stated = sum(part for keys, part in counts.items() if keys[0] == key)
                _add(counts, (key, ""), number - stated)
        whole = self.total(unit)
        if names and whole is not None:
            _add(counts, ("",) * len(names), whole - sum(counts.values()))
        return counts

    def _as_published(self, unit: str, dimension: str) -> Counts | None:
        found: Counts = {}
        for one in self.figures:
            if (one.unit, one.dimension) == (unit, dimension):
                keys = tuple(one.value.split(CROSS)) if dimension else ()
                _add(found, keys, one.count)
        if not found and dimension == TYPE_GROUP:
            return self._by_type_group(unit)
        return found or None

    def _by_type_group(self, unit: str) -> Counts | None:
        """Complaints and others from figures by type; None where a published type is in neither group."""
        group = self.setup.type.parent
        types = self._as_published(unit, self.setup.type.name)
        if group is None or types is None:
            return None
        named = {name: one.key for one in group.members for name in (one.label, *one.aliases)}
        of_type = {one.key: one.parent for one in self.setup.type.members}
        found: Counts = {}
        for (key,), number in types.items():
            member = of_type.get(key) or named.get(key)
            if member is None:
                return None
            _add(found, (member,), number)
        return found

    def _dimension(self, name: str, keys: set[str]) -> Dimension:
        known = self.setup.dimension(name)
        if known is None and name == "month":
            known = month_dimension(self.period, self.words)
        if known is None:
            label = self.words.gettext("Municipality") if name == MUNICIPALITY else name
            known = dimension(name, label, (), not_stated=self.words.gettext("Not stated"))
        strange = [Member(key, key) for key in sorted(keys) if key not in known.places]
        return Dimension(known.name, known.label, (*known.members, *strange), known.parent)


def published_of(period: Period, figures: Sequence[Aggregate], setup: Setup, words: Words) -> Published | None:
    """The figures published about exactly this period; None when there are none."""
    own = tuple(one for one in figures if (one.first, one.last) == (period.first, period.last))
    return Published(period, own, setup, words) if own else None


def outside_of(period: Period, figures: Sequence[Aggregate], setup: Setup, words: Words) -> Published | None:
    """The newest figures of municipalities that were published of days before the period ended, those of the very
    period first (R240); None when there are none.
    """
    known = [one for one in figures if one.dimension == MUNICIPALITY and one.unit in ROLE_OF_UNIT]
    known = [one for one in known if one.first <= period.last]
    if not known:
        return None
    spans = {(one.first, one.last) for one in known}
    own = (period.first, period.last)
    first, last = own if own in spans else max(spans, key=lambda span: (span[1], span[0]))
    of_it = tuple(one for one in known if (one.first, one.last) == (first, last))
    return Published(Period(period_name(Period("", first, last)), first, last), of_it, setup, words)


def _add(counts: Counts, keys: tuple[str, ...], number: int) -> None:
    if number > 0:
        counts[keys] = counts.get(keys, 0) + number


def _cube(dimensions: tuple[Dimension, ...], role: str, counts: Mapping[tuple[str, ...], int]) -> Cube:
    keys = [(role, *rest) for rest in counts]
    columns = [
        np.array([one.code(key) for key in column], dtype=np.int64)
        for one, column in zip(dimensions, zip(*keys, strict=True), strict=True)
    ]
    cells = combine(columns, [len(one.members) for one in dimensions], len(keys))
    return Cube(MATTERS, dimensions, *add_up(cells, np.array(list(counts.values()), dtype=np.int64)))
