"""What one adviser leaves to the next."""

from uuid import uuid4

from django.db import models

from ombud.tenancy.models import ScopedModel


class HandoverNote(ScopedModel):
    """Sealed to the one who takes over: not even the writer reads it again. ``person`` and ``by`` name users."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.CharField(max_length=40)
    by = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ["made_at"]
        base_manager_name = "unscoped"
        indexes = [models.Index(fields=["municipality", "person"], name="handover_note_by_person")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def place(self) -> str:
        """To what the sealed text is bound."""
        return f"handover note {self.pk}"
