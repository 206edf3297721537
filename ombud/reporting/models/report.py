"""A report being written: its period, its title page and its sections (R245-R253)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.offices.models import ReportingPeriod
from ombud.reporting.models.sealed_texts import SealedTexts


class Report(SealedTexts):
    """A draft is rendered anew every time; an edition of it is frozen. Texts are read by ``queries.drafts`` alone.

    ``treatment`` is what was chosen for small counts (``core.release.treatment``), {} where nothing was.
    """

    period = models.ForeignKey(
        ReportingPeriod, verbose_name=_("Reporting period"), on_delete=models.PROTECT, related_name="reports"
    )
    title = models.CharField(_("Title"), max_length=200)
    subtitle = models.CharField(_("Subtitle"), max_length=200, blank=True)
    author = models.CharField(_("Author"), max_length=120, blank=True)
    place = models.CharField(_("Place"), max_length=80, blank=True)
    dated = models.CharField(_("Month and year"), max_length=60, blank=True)
    language = models.CharField(
        _("Language"), max_length=2, choices=[("da", _("Danish")), ("en", _("English"))], default="da"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)
    treatment = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-period__starts_on", "-pk"]
        base_manager_name = "unscoped"

    def __str__(self) -> str:
        return self.period.name


class ReportSection(SealedTexts):
    """One section; ``level`` 1 is a chapter, 2 stands below it. Switched off, it keeps its text (R246, R252)."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    key = models.SlugField(max_length=60)
    order = models.PositiveIntegerField(_("Order"), default=0)
    level = models.PositiveSmallIntegerField(_("Level"), default=1, choices=[(1, _("Chapter")), (2, _("Section"))])
    title = models.CharField(_("Heading"), max_length=200)
    numbered = models.BooleanField(_("Numbered"), default=True)
    included = models.BooleanField(_("Part of the report"), default=True)
    text = models.TextField(_("Text"), blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order", "pk"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="section_key_once")]

    def __str__(self) -> str:
        return self.key
