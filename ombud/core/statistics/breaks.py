"""Days on which numbers stop being comparable: a new way of counting, new themes, a new adviser (R235, R285)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from ombud.core.statistics.periods import Period
from ombud.core.words import Words


@dataclass(frozen=True)
class Break:
    """From ``day`` on numbers are of another kind than before. ``reason`` is a whole sentence. ``dimensions`` are those
    whose numbers it cuts; none named: every number.
    """

    day: date
    reason: str
    dimensions: tuple[str, ...] = ()

    def parts(self, earlier: Period, later: Period) -> bool:
        """Whether the two periods do not lie wholly on the same side of the day."""
        both_before = earlier.last < self.day and later.last < self.day
        both_after = earlier.first >= self.day and later.first >= self.day
        return not (both_before or both_after)

    def is_about(self, dimensions: Collection[str]) -> bool:
        """Whether numbers by these dimensions are cut."""
        return not self.dimensions or any(name in dimensions for name in self.dimensions)


def why_cut(earlier: Period, later: Period, breaks: Iterable[Break], dimensions: Collection[str], words: Words) -> str:
    """Why no development may be read from one period to the other; "" where it may."""
    reasons = [one.reason for one in breaks if one.is_about(dimensions) and one.parts(earlier, later)]
    if earlier.overlaps(later):
        reasons.append(words.gettext("The periods overlap."))
    return " ".join(dict.fromkeys(reasons))
