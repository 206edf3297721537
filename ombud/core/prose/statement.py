"""One claim of a text, what was made of it, and why."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What sort of claim it is."""

    COUNT = "count"
    SHARE = "share"
    RANKING = "ranking"
    DIRECTION = "direction"
    REFERENCE = "reference"
    NAME = "name"
    MUNICIPALITY = "municipality"
    DESCRIPTION = "description"


class Verdict(StrEnum):
    """What the counts say to it. FALSE and HIDDEN_NUMBER stop publication, UNKNOWN is a question to the writer,
    TRUE_WITH is true under a condition that ought to be said, SMALL is true of fewer than the threshold.
    """

    TRUE = "true"
    TRUE_WITH = "true with"
    SMALL = "small"
    UNKNOWN = "unknown"
    FALSE = "false"
    HIDDEN_NUMBER = "hidden number"
    NOT_ABOUT_DATA = "not about data"

    @property
    def stops(self) -> bool:
        return self in (Verdict.FALSE, Verdict.HIDDEN_NUMBER)


class Reason(StrEnum):
    """Why; ``explaining`` has a sentence for each."""

    AGREES = "agrees"
    OTHER_NUMBER = "other number"
    NOT_COUNTED = "not counted"
    OTHER_UNIT = "other unit"
    WRONG_UNIT = "wrong unit"
    SAME_AS_UNIT = "same as unit"
    NO_EARLIER = "no earlier"
    LEFT_OUT = "left out"
    OTHER_SHARE = "other share"
    OWN_NUMBERS = "own numbers"
    LARGER = "larger"
    SMALLER = "smaller"
    OTHER_WAY = "other way"
    PER_MONTH = "per month"
    TOO_FEW = "too few"
    HIDDEN = "hidden"
    SMALL = "small"
    UNFILLED = "unfilled"
    LEADS_NOWHERE = "leads nowhere"
    CALLED_OTHERWISE = "called otherwise"
    OTHER_MUNICIPALITY = "other municipality"
    SOMETHING_ELSE = "something else"


Number = int | Fraction


@dataclass(frozen=True)
class Statement:
    """``text`` stands from ``start`` to ``end`` of the section's text as it was written, on ``line`` (1 is the first).
    ``found`` is what the text says, ``expected`` what the counts say (None where they say nothing). ``names`` are those
    the explanation needs: what is left out, what is larger. ``about`` are the keys of the quantities it rests on,
    ``sentence`` the whole sentence that it stands in. ``tells``: it tells a reader those quantities, or how far from
    one another they are; a ranking or the direction of a course alone does not.
    """

    section: str
    line: int
    start: int
    end: int
    text: str
    kind: Kind
    verdict: Verdict
    reason: Reason
    found: Number | None = None
    expected: Number | None = None
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unit: str = ""
    sentence: str = field(default="", repr=False)
    tells: bool = False

    @property
    def stops(self) -> bool:
        return self.verdict.stops

    def but(self, verdict: Verdict, reason: Reason) -> "Statement":
        """The same claim judged otherwise."""
        return replace(self, verdict=verdict, reason=reason)
