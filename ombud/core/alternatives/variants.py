"""What an office can do with a table: hide, merge departments or themes, leave the subthemes out, round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from ombud.core.alternatives.counts import Counts
from ombud.core.words import Words

GROUPED, PAIRED = 4, 5
"""Among how many of the smallest departments or themes every group, and every pair, is tried."""


class Method(StrEnum):
    """What keeps the small counts that are left from being read."""

    HIDE = "hide"
    ROUND = "round"


@dataclass(frozen=True)
class Variant:
    """One way: ``departments`` and ``themes`` are those merged into one, ``is_coarser`` that subthemes are left out,
    ``base`` what is rounded to (0 where small counts are hidden).
    """

    method: Method
    base: int = 0
    departments: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    is_coarser: bool = False

    def applied(self, counts: Counts) -> Counts:
        """The table that is left before small counts are hidden or rounded."""
        if self.themes:
            counts = counts.with_themes_merged(self.themes)
        if self.is_coarser:
            counts = counts.by_theme()
        return counts.with_columns_merged(self.departments) if self.departments else counts

    def sentence(self, words: Words) -> str:
        """What the office would do."""
        done = [self._method(words)]
        if self.departments:
            done.append(words.gettext("merge %(names)s") % {"names": ", ".join(self.departments)})
        if self.themes:
            done.append(words.gettext("merge the themes %(names)s") % {"names": ", ".join(self.themes)})
        if self.is_coarser:
            done.append(words.gettext("leave the subthemes out"))
        text = "; ".join(reversed(done))
        return text[:1].upper() + text[1:]

    def _method(self, words: Words) -> str:
        if self.method is Method.ROUND:
            return words.gettext("round all counts to multiples of %(base)d") % {"base": self.base}
        return words.gettext("hide the counts that would give somebody away")


def variants(counts: Counts, bases: Sequence[int] = (3, 5)) -> Iterator[Variant]:
    """Every way that is tried, the plain ones first; groups of departments and of themes from the smallest up."""
    is_divided = any(len(counts.of_theme(theme)) > 1 for theme in counts.themes)
    levels = (False, True) if is_divided else (False,)
    for coarser in levels:
        yield Variant(Method.HIDE, is_coarser=coarser)
        yield from (Variant(Method.ROUND, base, is_coarser=coarser) for base in bases)
    departments = list(_groups(counts.column_totals()))
    for coarser in levels:
        yield from (Variant(Method.HIDE, departments=group, is_coarser=coarser) for group in departments)
        yield from (Variant(Method.HIDE, themes=group, is_coarser=coarser) for group in _groups(counts.theme_totals()))


def _groups(totals: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """Names to merge, each group in the order of the table; never all of them."""
    names = list(totals)
    smallest = sorted(names, key=lambda name: (totals[name], names.index(name)))
    wide = list(combinations(smallest[:PAIRED], 2))
    for size in range(3, GROUPED + 1):
        wide += combinations(smallest[:GROUPED], size)  # type: ignore[arg-type]
    for group in wide:
        if len(group) < len(names):
            yield tuple(sorted(group, key=names.index))
