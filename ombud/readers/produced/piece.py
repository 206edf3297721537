"""One text of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Piece:
    """``where`` is the name of a property ("author", "descr") or "" for what is printed."""

    where: str
    text: str
