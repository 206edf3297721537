"""A reporting period: any pair of dates with a name (R13-R16)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import ends_after_start
from ombud.tenancy.models import ScopedModel


class ReportingPeriod(ScopedModel):
    """``months_closed`` are months without a function, used for rates per open month; ``caveat`` is printed (R235)."""

    name = models.CharField(_("Name"), max_length=60)
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until and including"))
    months_closed = models.DecimalField(_("Months closed"), max_digits=4, decimal_places=1, default=0)
    caveat = models.TextField(_("Caveat on comparisons"), blank=True)
    compared_with = models.ForeignKey(
        "self", verbose_name=_("Compared with"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-starts_on", "-ends_on"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="period_name_once"),
            ends_after_start("period_dates"),
        ]

    def __str__(self) -> str:
        return self.name
