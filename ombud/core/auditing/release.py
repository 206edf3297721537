"""What a reader of a release has before them: printed counts, holes, and the sums that bind them. No true value of a
hole ever comes in here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ombud.core.words import Words

EXACT, AT_LEAST_THRESHOLD = "P1", "P2"


@dataclass(frozen=True)
class Interval:
    """The least and the greatest whole number that a count can be; ``high`` is None where no sum limits it."""

    low: int
    high: int | None

    @property
    def is_exact(self) -> bool:
        """Whether anybody who does the sums knows the count."""
        return self.low == self.high


@dataclass(frozen=True)
class Release:
    """One published document, or several together, as a reader has them.

    ``printed`` are the counts that can be read; ``hidden`` the holes; ``implied`` counts that are printed nowhere, yet
    are differences of printed ones. ``relations`` are (total, its parts), by the same keys. A reader knows a hole to be
    at least ``lower_bound`` (1 where noughts are always shown) and an implied count to be at least 0. ``within`` is
    what is known besides, from printed per cents: key to (least, most). ``protection`` is "P1" or "P2".

    ``ValueError`` where a key stands in two of the three sets or in a relation only.
    """

    printed: Mapping[str, int]
    hidden: frozenset[str]
    implied: frozenset[str]
    relations: tuple[tuple[str, tuple[str, ...]], ...]
    lower_bound: int
    threshold: int
    protection: str = AT_LEAST_THRESHOLD
    within: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.protection not in (EXACT, AT_LEAST_THRESHOLD):
            raise ValueError(f'There is no protection "{self.protection}"')
        twice = (self.hidden & self.implied) | (self.printed.keys() & (self.hidden | self.implied))
        if twice:
            raise ValueError(f'"{min(twice)}" is both printed and not printed')
        known = self.printed.keys() | self.hidden | self.implied
        for total, parts in self.relations:
            for key in (total, *parts):
                if key not in known:
                    raise ValueError(f'There is no cell "{key}"')


class Contradiction(ValueError):
    """No table of whole numbers fits what is printed. ``totals`` are the totals of the sums that cannot all hold;
    ``parts`` and ``total`` the two numbers where one sum of printed numbers alone is wrong.
    """

    def __init__(self, totals: tuple[str, ...], parts: int | None = None, total: int | None = None) -> None:
        super().__init__(f"No table fits the sums of {', '.join(totals)}")
        self.totals, self.parts, self.total = totals, parts, total

    def said(self, words: Words, labels: Mapping[str, str] | None = None) -> str:
        """The message for people: which sums, and both numbers where there are two."""
        names = [(labels or {}).get(key, key) for key in self.totals]
        if self.parts is not None and self.total is not None:
            text = words.gettext("%(total_name)s: the parts make %(parts)d, the total is %(total)d.")
            return text % {"total_name": names[0], "parts": self.parts, "total": self.total}
        text = words.gettext("No whole numbers fit what is printed. These sums cannot all be right: %(names)s.")
        return text % {"names": "; ".join(names)}
