"""The fields that a kind of file can have."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ombud.readers import fold_name


@dataclass(frozen=True)
class Field:
    """``headings`` are the names registers use for it; ``has_names`` says that its values are names looked up in the
    set-up, so that a value can be mapped by hand.
    """

    name: str
    label: Any
    headings: tuple[str, ...]
    required: bool = False
    has_names: bool = False

    def answers_to(self, heading: str) -> bool:
        return fold_name(heading) in {fold_name(one) for one in self.headings}


def known_headings(fields: Iterable[Field]) -> set[str]:
    """All headings that some field answers to."""
    return {heading for field in fields for heading in field.headings}
