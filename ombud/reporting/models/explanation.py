"""Why two numbers of a report differ, in the office's own words: printed as a note where they stand (R278, R281)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.reporting.models.report import Report
from ombud.reporting.models.sealed_texts import SealedTexts


class Explanation(SealedTexts):
    """``key`` is that of one difference with both its numbers: when one of them changes it explains nothing."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="explanations")
    key = models.CharField(max_length=32)
    text = models.TextField(_("Explanation"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="explanation_once")]

    def __str__(self) -> str:
        return f"{self.report} {self.key[:8]}"
