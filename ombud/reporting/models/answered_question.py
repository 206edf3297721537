"""That a question about a draft's text was answered: it is about something else than the counts."""

from secrets import token_bytes

from django.conf import settings
from django.db import models

from ombud.reporting.models.report import Report
from ombud.tenancy.models import ScopedModel

SALT_BYTES = 32


def new_salt() -> bytes:
    """A random key for one digest."""
    return token_bytes(SALT_BYTES)


class AnsweredQuestion(ScopedModel):
    """``digest`` is of the section, the sentence and the words asked about, keyed by ``salt``: no text is kept, and the
    digests of two reports cannot be compared. Once the sentence is changed it answers nothing.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="answered")
    salt = models.BinaryField(max_length=SALT_BYTES, default=new_salt)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        base_manager_name = "unscoped"

    def __str__(self) -> str:
        return f"{self.report} {self.pk}"
