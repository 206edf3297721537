"""The adviser's notes (R136)."""

from uuid import uuid4

from django.db import models

from ombud.casework.models.case_file import SealedRow
from ombud.tenancy.models import ScopedModel


class Note(SealedRow):
    """A note of a call, a meeting, a letter, or the adviser's own. ``sealed`` holds day, kind, title and text."""

    class Meta(SealedRow.Meta):
        default_related_name = "notes"


class EarlierNote(ScopedModel):
    """A note as it read before it was corrected, sealed; ``number`` is the version that stood."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="earlier", db_index=False)
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ["number"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["note", "number"], name="earlier_note_once")]

    def __str__(self) -> str:
        return str(self.id)
