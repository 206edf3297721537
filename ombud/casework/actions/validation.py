"""What the actions refuse, gathered so that everything wrong is said at once."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import translation

from ombud.casework.words import WORDS
from ombud.core.workflow import registration as rules


class Refusals:
    """Reasons by field. ``stop`` raises them together as one ValidationError."""

    def __init__(self) -> None:
        self._reasons: dict[str, list[str]] = {}

    def add(self, field: str, reason: str) -> None:
        """Keep a reason; "" is none."""
        if reason:
            self._reasons.setdefault(field, []).append(reason)

    def stop(self) -> None:
        if self._reasons:
            raise ValidationError(self._reasons)


def in_use(refusals: Refusals, field: str, thing: Any, on: date) -> None:
    """Refuse a department, theme, type or channel that was not in use on the day."""
    if thing is not None:
        reason = rules.why_not_in_use(
            name=thing.local_name, starts_on=thing.starts_on, ends_on=thing.ends_on, on=on, words=WORDS
        )
        refusals.add(field, reason)


def same_municipality(refusals: Refusals, municipality_id: int, things: Iterable[tuple[str, Any]]) -> None:
    """Refuse whatever belongs to another municipality: a page's tampered key ends here."""
    for field, thing in things:
        if thing is not None and thing.municipality_id != municipality_id:
            refusals.add(field, translation.gettext("This belongs to another municipality."))
