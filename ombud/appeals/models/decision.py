"""A decision of an appeal board received in copy (R181-R189)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ombud.appeals.models.board import AppealBoard, RemarkTheme
from ombud.casework.models import Source
from ombud.offices.models import Department
from ombud.tenancy.models import ScopedModel


class AppealDecision(ScopedModel):
    """``rejected`` on formal grounds or processed in substance; with or without remarks follows from the remarks.

    ``decided_on`` is the day of the municipality's own decision, to show the lag (R189).
    """

    class Result(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmed")
        CHANGED = "changed", _("Changed or set aside")
        REMITTED = "remitted", _("Remitted")

    board = models.ForeignKey(AppealBoard, verbose_name=_("Appeal board"), on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField(_("Received"))
    decided_on = models.DateField(_("The municipality decided on"), null=True, blank=True)
    department = models.ForeignKey(
        Department, verbose_name=_("Department"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    rejected = models.BooleanField(_("The complaint was rejected"), default=False)
    result = models.CharField(_("Result"), max_length=10, choices=Result, blank=True)
    themes = models.ManyToManyField(
        RemarkTheme, verbose_name=_("Remarks"), through="AppealRemark", blank=True, related_name="decisions"
    )
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="appeal_decisions")
    import_key = models.CharField(max_length=80, blank=True)
    imported_state = models.JSONField(null=True, blank=True)
    corrected_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-received_on", "-pk"]
        base_manager_name = "unscoped"
        indexes = [
            models.Index(fields=["municipality", "received_on"], name="appeal_by_day"),
            models.Index(fields=["municipality", "import_key"], name="appeal_by_import_key"),
        ]
        constraints = [
            models.CheckConstraint(
                name="appeal_received_after_decided",
                condition=Q(decided_on=None) | Q(received_on__gte=F("decided_on")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.board} {self.received_on:%Y-%m-%d}"


class AppealRemark(ScopedModel):
    """One remark of a decision on one theme, with an optional qualifier (R188)."""

    decision = models.ForeignKey(AppealDecision, on_delete=models.CASCADE, related_name="remarks")
    theme = models.ForeignKey(RemarkTheme, verbose_name=_("Theme"), on_delete=models.PROTECT, related_name="+")
    qualifier = models.CharField(_("Qualifier"), max_length=200, blank=True)

    class Meta:
        ordering = ["theme__order", "pk"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["decision", "theme"], name="remark_once_a_theme")]
