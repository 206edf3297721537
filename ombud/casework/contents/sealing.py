"""Contents sealed into the row they belong to, and opened from it."""

from typing import TYPE_CHECKING, TypeVar

from ombud.casework.contents.codec import Content, decode, encode

if TYPE_CHECKING:
    from django.db import models

    from ombud.privacy.seals import Seals

FIELD = "content"
C = TypeVar("C", bound=Content)


def seal(seals: "Seals", row: "models.Model", content: Content) -> bytes:
    """The content, openable in this row of this case only. The row needs its primary key."""
    return seals.seal(_table(row), FIELD, str(row.pk), encode(content))


def unseal(seals: "Seals", row: "models.Model", kind: type[C]) -> C:
    """The content of a row. Raises CannotOpen when it is damaged or was moved."""
    sealed: bytes = row.sealed  # type: ignore[attr-defined]
    return decode(kind, seals.unseal(_table(row), FIELD, str(row.pk), sealed))


def _table(row: "models.Model") -> str:
    return str(row._meta.model_name)
