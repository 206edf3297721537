"""What is known of a document beside its content."""

from dataclasses import dataclass
from datetime import date

from ombud.casework.contents.codec import Content


@dataclass(frozen=True, repr=False)
class DocumentText(Content):
    """``size`` in bytes; ``media_type`` as it was guessed or told, never trusted."""

    name: str
    size: int = 0
    media_type: str = ""
    description: str = ""
    received_from: str = ""
    received_on: date | None = None
