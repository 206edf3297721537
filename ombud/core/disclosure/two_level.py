"""A table of themes with subthemes by columns, with all its totals, as one system of sums."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from ombud.core.disclosure.system import Cell, Relation, Standing, System

TOTAL = "*"
Place = tuple[str, str]


@dataclass(frozen=True)
class InnerRow:
    """The counts of one subtheme, one a column."""

    theme: str
    subtheme: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class TwoLevelTable:
    """Inner counts. A place is (row, column): ``*`` is the total, the name of a theme its total row. A theme with one
    subtheme is one row, by the name of the theme.
    """

    columns: tuple[str, ...]
    rows: tuple[InnerRow, ...]

    def system(
        self, margin: Mapping[str, tuple[int, ...]] | None = None, forced: Collection[Place] = ()
    ) -> tuple[System, Mapping[str, Place]]:
        """The system with every total, and the place of each cell by key. ``margin`` is a further table that divides
        the total of each column: a row's name and its count in each column. ``KeyError`` at a forced place that is not
        there, ``NotAdditive`` at a margin that does not fit.
        """
        counts = self._counts() | self._margin_counts(margin or {})
        keys = {place: f"{number}" for number, place in enumerate(counts)}
        forced_keys = {keys[place] for place in forced}
        cells = {
            key: Cell(
                counts[place], Standing.FORCED if key in forced_keys else Standing.PRINTED, f"{place[0]}, {place[1]}"
            )
            for place, key in keys.items()
        }
        sums = [*self._sums(), *self._margin_sums(tuple(margin or ()))]
        relations = tuple(Relation(keys[total], tuple(keys[part] for part in parts)) for total, parts in sums)
        return System(cells, relations), {key: place for place, key in keys.items()}

    @property
    def shown_rows(self) -> list[tuple[str, int]]:
        """The rows as one reads them: each theme (0) with its subthemes below (1), the total last."""
        below = [
            [(theme, 0), *((name, 1) for name in names if names != [theme])] for theme, names in self._themes.items()
        ]
        return [*(row for rows in below for row in rows), (TOTAL, 0)]

    @cached_property
    def _themes(self) -> Mapping[str, list[str]]:
        """The rows of the subthemes under each theme."""
        themes: dict[str, list[str]] = {}
        for row in self.rows:
            themes.setdefault(row.theme, []).append(row.subtheme)
        names = Counter([*(row.subtheme for row in self.rows), *themes])
        return {
            theme: [theme]
            if len(subthemes) == 1
            else [name if names[name] == 1 and name != TOTAL else f"{theme} / {name}" for name in subthemes]
            for theme, subthemes in themes.items()
        }

    def _counts(self) -> dict[Place, int]:
        rows: dict[str, list[int]] = {}
        left = {theme: iter(names) for theme, names in self._themes.items()}
        for one in self.rows:
            rows[next(left[one.theme])] = [*one.counts, sum(one.counts)]
        for theme, names in self._themes.items():
            if names != [theme]:
                rows[theme] = [sum(column) for column in zip(*(rows[name] for name in names), strict=True)]
        rows[TOTAL] = [sum(column) for column in zip(*(rows[theme] for theme in self._themes), strict=True)]
        return {(row, column): count for row, counts in rows.items() for column, count in self._headed(counts)}

    def _headed(self, counts: "list[int] | tuple[int, ...]") -> list[tuple[str, int]]:
        return list(zip((*self.columns, TOTAL), counts, strict=True))

    def _sums(self) -> list[tuple[Place, list[Place]]]:
        rows = dict.fromkeys([name for theme, names in self._themes.items() for name in (*names, theme)])
        sums = [((row, TOTAL), [(row, column) for column in self.columns]) for row in (*rows, TOTAL)]
        for column in (*self.columns, TOTAL):
            for theme, names in self._themes.items():
                if names != [theme]:
                    sums.append(((theme, column), [(name, column) for name in names]))
            sums.append(((TOTAL, column), [(theme, column) for theme in self._themes]))
        return sums

    def _margin_counts(self, margin: Mapping[str, tuple[int, ...]]) -> dict[Place, int]:
        return {
            (row, column): count
            for row, counts in margin.items()
            for column, count in self._headed([*counts, sum(counts)])
        }

    def _margin_sums(self, rows: tuple[str, ...]) -> list[tuple[Place, list[Place]]]:
        if not rows:
            return []
        across = [((row, TOTAL), [(row, column) for column in self.columns]) for row in rows]
        return [*across, *(((TOTAL, column), [(row, column) for row in rows]) for column in (*self.columns, TOTAL))]
