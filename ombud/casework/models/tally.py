"""Contacts that are no enquiries, counted with one click (R29, R30)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel


class Tally(ScopedModel):
    """How many contacts of a kind there were on a day. Never part of a count of enquiries."""

    class Kind(models.TextChoices):
        TRIVIAL = "trivial", _("Short contact without a case")
        REFERRED = "referred", _("Referred on, outside the function")
        SPARRING = "sparring", _("Advice to staff")

    on = models.DateField(_("On"))
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind)
    count = models.PositiveIntegerField(_("Count"), default=0)

    class Meta:
        ordering = ["-on"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality", "on", "kind"], name="tally_once_a_day")]
