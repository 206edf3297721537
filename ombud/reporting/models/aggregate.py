"""Figures of earlier years taken over as they were published, not counted here (R281)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel


class Aggregate(ScopedModel):
    """One published number: ``count`` of ``unit`` for ``value`` of ``dimension`` from ``starts_on`` to ``ends_on``."""

    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until and including"))
    unit = models.CharField(_("Unit"), max_length=60)
    dimension = models.CharField(_("Dimension"), max_length=80)
    value = models.CharField(_("Value"), max_length=200, blank=True)
    count = models.PositiveIntegerField(_("Count"))
    source = models.CharField(_("Source"), max_length=300)
    caveat = models.TextField(_("Caveat"), blank=True)

    class Meta:
        ordering = ["starts_on", "ends_on", "unit", "dimension", "pk"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "starts_on", "ends_on", "unit", "dimension", "value"], name="aggregate_once"
            ),
            models.CheckConstraint(name="aggregate_dates", condition=models.Q(ends_on__gte=models.F("starts_on"))),
        ]
