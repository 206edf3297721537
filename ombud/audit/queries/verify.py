"""Whether a chain is whole: every line as it was written, none missing, none put in, none cut off at the end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from ombud.audit.chain import START, hash_of
from ombud.audit.heads import Head
from ombud.audit.models import Event

PIECE = 2_000


class Fault(StrEnum):
    """What is wrong at the first broken line."""

    CHANGED = "changed"
    """A column of the line is not what was written."""
    MISSING = "missing"
    """The line at this position is gone, though later ones are there."""
    OUT_OF_ORDER = "out of order"
    """The line does not follow the one before it: put in, moved, or the one before was replaced."""
    CUT = "cut"
    """The chain ends before a head that was known outside."""
    FORGED = "forged"
    """The line is whole in itself and yet not the one whose hash was known outside: the chain was written anew."""


FAULTS = {
    Fault.CHANGED: _("Line %(position)d is not as it was written."),
    Fault.MISSING: _("Line %(position)d is missing."),
    Fault.OUT_OF_ORDER: _("Line %(position)d does not follow the one before it: it was put in, moved or replaced."),
    Fault.CUT: _("The end is missing, from line %(position)d on."),
    Fault.FORGED: _("Line %(position)d is not the one that was known outside: the log was written anew."),
}


@dataclass(frozen=True)
class Verdict:
    """``lines`` were looked at. With a fault: the position of the first broken line and, if it is there, its time."""

    municipality: str
    lines: int
    head: Head
    fault: Fault | None = None
    position: int | None = None
    at: datetime | None = None

    @property
    def is_whole(self) -> bool:
        return self.fault is None


def verify(municipality: str, *, known: Iterable[Head] = ()) -> Verdict:
    """Read the whole chain and hold it against ``known``, heads kept outside (of any municipality).

    The first fault in the order of the chain is told; lines after it say nothing until it is explained.
    """
    wanted: dict[int, set[str]] = {}
    for head in known:
        if head.municipality == municipality and head.position:
            wanted.setdefault(head.position, set()).add(head.hash)
    position, previous, key = 0, START, 0
    for line in _lines(municipality):
        fault, place = _fault(line, position, previous, key, wanted.get(line.position, set()))
        if fault is not None:
            at = None if fault is Fault.MISSING else line.at
            return Verdict(municipality, position, Head(municipality, position, previous), fault, place, at)
        position, previous, key = line.position, line.hash, line.pk
    head = Head(municipality, position, previous)
    if any(place > position for place in wanted):
        return Verdict(municipality, position, head, Fault.CUT, position + 1)
    return Verdict(municipality, position, head)


def _lines(municipality: str) -> Iterator[Event]:
    return Event.objects.filter(municipality=municipality).order_by("position", "pk").iterator(chunk_size=PIECE)


def _fault(line: Event, position: int, previous: str, key: int, known: set[str]) -> tuple[Fault | None, int]:
    """What is wrong with a line that follows the one at ``position``, and where."""
    expected = position + 1
    if line.position > expected:
        return Fault.MISSING, expected
    if line.position < expected:
        return Fault.OUT_OF_ORDER, line.position
    if hash_of(line) != line.hash:
        return Fault.CHANGED, expected
    if line.previous != previous or line.pk <= key:
        return Fault.OUT_OF_ORDER, expected
    if known and known != {line.hash}:
        return Fault.FORGED, expected
    return None, expected
