"""When the function was staffed and when it was closed (R11, R17)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import ends_after_start
from ombud.tenancy.models import ScopedModel


class Closure(ScopedModel):
    """Days on which the function took no enquiries, both days included."""

    class Kind(models.TextChoices):
        VACANCY = "vacancy", _("Vacancy")
        ILLNESS = "illness", _("Illness")
        CLOSED = "closed", _("The function was closed")

    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until and including"))
    kind = models.CharField(_("Reason"), max_length=10, choices=Kind, default=Kind.CLOSED)
    note = models.CharField(_("Note"), max_length=200, blank=True)

    class Meta:
        ordering = ["starts_on"]
        base_manager_name = "unscoped"
        constraints = [ends_after_start("closure_dates")]


class Staffing(ScopedModel):
    """Full-time equivalents and how they are shared: ``shares`` is a list of {"municipality", "percent"}."""

    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until and including"), null=True, blank=True)
    fte = models.DecimalField(_("Full-time equivalents"), max_digits=4, decimal_places=2)
    shares = models.JSONField(_("Shared between"), default=list, blank=True)

    class Meta:
        ordering = ["starts_on"]
        base_manager_name = "unscoped"
        constraints = [ends_after_start("staffing_dates")]
