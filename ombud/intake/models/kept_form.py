"""What somebody typed into a page that was locked or whose session had ended when it was sent."""

from uuid import uuid4

from django.db import models


class KeptForm(models.Model):
    """Sealed to the person's own public key, address and all: only they read it, after unlocking.

    It belongs to a person and not to a municipality, so the scope does not hold it: every query names the person.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ["made_at"]
        indexes = [models.Index(fields=["person", "made_at"], name="kept_form_by_person")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def place(self) -> str:
        """To what the sealed text is bound."""
        return f"kept form {self.pk}"
