"""Inner counts of a table: themes with subthemes down, departments across."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ombud.core.disclosure.system import Cell, Relation, System

TOTAL = "*"
JOIN = " + "


@dataclass(frozen=True)
class Line:
    """One row. Without a ``subtheme`` the theme is not divided here."""

    theme: str
    subtheme: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Counts:
    """``lines`` with one count per column. ``ValueError`` at a line of another length, a name that stands twice, or a
    theme that is both divided and not.
    """

    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    def __post_init__(self) -> None:
        names = [(line.theme, line.subtheme) for line in self.lines]
        if len(set(names)) < len(names) or len(set(self.columns)) < len(self.columns):
            raise ValueError("A row or a column stands twice")
        for line in self.lines:
            if len(line.counts) != len(self.columns):
                raise ValueError(f"{line.theme}: {len(line.counts)} counts for {len(self.columns)} columns")
            if line.subtheme and (line.theme, "") in names:
                raise ValueError(f"{line.theme} is divided and undivided")

    @property
    def themes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line.theme for line in self.lines))

    def of_theme(self, theme: str) -> list[Line]:
        return [line for line in self.lines if line.theme == theme]

    def column_totals(self) -> dict[str, int]:
        return {name: sum(line.counts[place] for line in self.lines) for place, name in enumerate(self.columns)}

    def theme_totals(self) -> dict[str, int]:
        return {theme: sum(sum(line.counts) for line in self.of_theme(theme)) for theme in self.themes}

    def by_theme(self) -> "Counts":
        """The coarser level: no subthemes."""
        return replace(self, lines=tuple(Line(one, "", _summed(self.of_theme(one))) for one in self.themes))

    def with_columns_merged(self, merged: Sequence[str]) -> "Counts":
        """Those columns as one, where the first of them stood."""
        places = [self.columns.index(name) for name in merged]
        first, gone = min(places), set(places) - {min(places)}

        def kept(values: Sequence[str]) -> tuple[str, ...]:
            return tuple(value for place, value in enumerate(values) if place not in gone)

        names = kept([JOIN.join(merged) if place == first else name for place, name in enumerate(self.columns)])
        lines = []
        for line in self.lines:
            together = sum(line.counts[place] for place in places)
            counts = [together if place == first else count for place, count in enumerate(line.counts)]
            shown = tuple(count for place, count in enumerate(counts) if place not in gone)
            lines.append(replace(line, counts=shown))
        return Counts(names, tuple(lines))

    def with_themes_merged(self, merged: Sequence[str]) -> "Counts":
        """Those themes as one without subthemes, where the first of them stood."""
        together = Line(JOIN.join(merged), "", _summed([line for line in self.lines if line.theme in merged]))
        first = next(line for line in self.lines if line.theme in merged)
        kept = [together if line is first else line for line in self.lines if line is first or line.theme not in merged]
        return replace(self, lines=tuple(kept))

    def system(self) -> System:
        """All counts with every margin. A theme with one subtheme is one cell with it; keys are ``key``'s."""
        return _Building(self).system()


def key(theme: str, subtheme: str, column: str) -> str:
    """The key of a cell in a table's system; ``TOTAL`` as theme or column for a sum over them."""
    return "\t".join((theme, subtheme, column))


def _summed(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*(line.counts for line in lines), strict=True)))


class _Building:
    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._cells: dict[str, Cell] = {}
        self._relations: list[Relation] = []

    def system(self) -> System:
        themes = self._counts.themes
        for theme in themes:
            self._add_theme(theme)
        self._add_row(TOTAL, "", [sum(line.counts[place] for line in self._counts.lines) for place in self._places])
        for column in (*self._counts.columns, TOTAL):
            self._add_sum(key(TOTAL, "", column), [key(theme, "", column) for theme in themes])
        return System(self._cells, tuple(self._relations))

    @property
    def _places(self) -> range:
        return range(len(self._counts.columns))

    def _add_theme(self, theme: str) -> None:
        lines = self._counts.of_theme(theme)
        below = lines if len(lines) > 1 else []
        for line in below:
            self._add_row(theme, line.subtheme, line.counts)
        self._add_row(theme, "", _summed(lines))
        for column in (*self._counts.columns, TOTAL):
            if below:
                self._add_sum(key(theme, "", column), [key(theme, line.subtheme, column) for line in below])

    def _add_row(self, theme: str, subtheme: str, counts: Sequence[int]) -> None:
        for column, count in zip((*self._counts.columns, TOTAL), (*counts, sum(counts)), strict=True):
            self._cells[key(theme, subtheme, column)] = Cell(count, label=f"{subtheme or theme} · {column}")
        self._add_sum(key(theme, subtheme, TOTAL), [key(theme, subtheme, column) for column in self._counts.columns])

    def _add_sum(self, total: str, parts: Sequence[str]) -> None:
        self._relations.append(Relation(total, tuple(parts)))
