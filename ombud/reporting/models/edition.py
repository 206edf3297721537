"""An edition: what was counted and written, frozen. Published, it also keeps the four files themselves."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.reporting.models.report import Report
from ombud.reporting.models.sealed_texts import SealedTexts
from ombud.tenancy.models import ScopedModel


class Edition(SealedTexts):
    """``frozen`` holds cubes, definitions, texts and outline as JSON; ``digest`` is SHA-256 over it and the files.

    Until it is published, texts, outline and digest lie in ``sealed`` once the office has a key: read them by
    ``frozen_texts``.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("Edition"))
    frozen = models.JSONField()
    digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField(auto_now_add=True)
    last_event = models.BigIntegerField(default=0)
    published_at = models.DateTimeField(_("Published"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-number"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="edition_number_once")]

    def __str__(self) -> str:
        return f"{self.report} {self.number}"


class EditionFile(ScopedModel):
    """One of the four files of a published edition with its own SHA-256."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=4)
    name = models.CharField(max_length=120)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["edition", "format"], name="edition_file_once")]
