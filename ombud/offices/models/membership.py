"""Who serves where: a person, a municipality, a role and its dates."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import Dated, ends_after_start
from ombud.offices.models.municipality import Municipality


class Membership(Dated):
    """A person's role in one municipality. One adviser may serve several (R10)."""

    class Role(models.TextChoices):
        ADVISER = "adviser", _("Adviser")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("Role"), max_length=20, choices=Role, default=Role.ADVISER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "municipality", "role"], name="membership_once"),
            ends_after_start("membership_dates"),
        ]
