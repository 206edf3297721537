"""Wrong data put right."""

from dataclasses import dataclass
from datetime import date

from ombud.casework.contents.codec import Content


@dataclass(frozen=True, repr=False)
class Recipient(Content):
    """Somebody who got the wrong data; ``document`` is the id of the proof that it was told."""

    name: str
    told_on: date | None = None
    how: str = ""
    document: str = ""


@dataclass(frozen=True, repr=False)
class RectificationText(Content):
    """``note`` and ``note_version`` name the wording that was wrong, where a note was; it stays readable, marked."""

    on: date
    stood: str
    right: str
    why: str
    recipients: tuple[Recipient, ...] = ()
    note: str = ""
    note_version: int = 0
    by: str = ""
