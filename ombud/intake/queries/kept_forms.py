"""What was kept for a person, opened with the person's own keys."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from ombud.intake.models import KeptForm
from ombud.privacy.inbox import open_own
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import CannotOpen


@dataclass(frozen=True)
class OpenedForm:
    """``fields`` and ``files`` as they were sent: a name and its values."""

    name: UUID
    made_at: datetime
    address: str = field(repr=False)
    fields: tuple[tuple[str, tuple[str, ...]], ...] = field(repr=False)
    files: tuple[tuple[str, tuple[str, ...]], ...] = field(repr=False)


def count_kept(person: str) -> int:
    """How many wait; needs no key."""
    return KeptForm.objects.filter(person=person).count()


def kept_forms(keys: Keyring) -> list[OpenedForm]:
    """Those of the keyring's person, newest first. What does not open (keys made anew) is left out."""
    opened = []
    for row in KeptForm.objects.filter(person=keys.person).order_by("-made_at"):
        try:
            said = json.loads(open_own(keys, row.sealed, row.place))
        except CannotOpen:
            continue
        opened.append(OpenedForm(row.pk, row.made_at, said["address"], _pairs(said["fields"]), _pairs(said["files"])))
    return opened


def _pairs(given: list[tuple[str, list[str]]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(values)) for name, values in given)
