"""The head of a chain: known outside the machine, it tells later that lines were cut off or forged anew."""

import re
from dataclasses import dataclass

from ombud.audit.appending import last_of
from ombud.audit.models import Event

NOWHERE = "-"
"""How the chain of lines without a municipality is written."""
_HEAD = re.compile(r"(?<!\S)(\d{4}|-) (\d{1,18}) ([0-9a-f]{64})(?!\S)")


@dataclass(frozen=True)
class Head:
    """The last line of a chain: the municipality's code ("" for none), the line's number and its hash."""

    municipality: str
    position: int
    hash: str

    def __str__(self) -> str:
        """One line of plain text, without anything personal: ``0165 1234 <64 hexadecimal digits>``."""
        return f"{self.municipality or NOWHERE} {self.position} {self.hash}"


def head_of(municipality: str) -> Head:
    """The head of a chain; position 0 when it has no line yet."""
    return Head(municipality, *last_of(municipality))


def heads() -> list[Head]:
    """The heads of all chains that have lines."""
    codes = Event.objects.order_by("municipality").values_list("municipality", flat=True).distinct()
    return [head_of(code) for code in codes]


def read_heads(text: str) -> list[Head]:
    """The heads in a text, such as the file of LOG_HEAD_TO or a mail as it was kept; everything else is passed over."""
    return [
        Head("" if code == NOWHERE else code, int(position), digest) for code, position, digest in _HEAD.findall(text)
    ]
