"""Who has something open to write in it, so that two know of each other before either saves."""

from django.conf import settings
from django.db import models

from ombud.tenancy.models import ScopedModel


class Editing(ScopedModel):
    """A person writes in a row of a noun such as "note"; no text is held.

    ``seen_at`` is when the person was last heard of with the row open, empty after saving. ``saved_over`` is the
    version that the person's last save replaced, kept so that others who opened that version hear of it.
    """

    noun = models.CharField(max_length=30)
    row = models.CharField(max_length=40)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(null=True)
    saved_over = models.PositiveIntegerField(null=True)
    saved_at = models.DateTimeField(null=True)

    class Meta:
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "noun", "row", "user"], name="editing_once"),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.row}"
