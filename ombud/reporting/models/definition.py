"""Tables and figures as data that a municipality can change (issue 2, section 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel


class Definition(ScopedModel):
    """``spec`` is what core.statistics.definitions reads; ``name`` is what the report's text refers to."""

    class Kind(models.TextChoices):
        TABLE = "table", _("Table")
        FIGURE = "figure", _("Figure")

    kind = models.CharField(_("Kind"), max_length=6, choices=Kind)
    name = models.SlugField(_("Name"), max_length=60)
    order = models.PositiveIntegerField(_("Order"), default=0)
    spec = models.JSONField(default=dict)

    class Meta:
        ordering = ["kind", "order", "name"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality", "kind", "name"], name="definition_once")]

    def __str__(self) -> str:
        return self.name
