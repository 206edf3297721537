"""Who serves where: a person, a municipality, a role and its dates."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import Dated, ends_after_start
from ombud.offices.models.municipality import Municipality


class Membership(Dated):
    """A person's role in one municipality. One adviser may serve several (R10); a person has one role at a time.

    Periods of one person in one municipality never overlap: ``offices.actions.memberships`` holds it under a lock,
    and the database refuses at least two that never end.
    """

    class Role(models.TextChoices):
        ADVISER = "adviser", _("Adviser")
        DEPUTY = "deputy", _("Deputy")
        ASSISTANT = "assistant", _("Office assistant")
        STATISTICS_READER = "statistics_reader", _("Statistics reader")
        DEPARTMENT_CONTACT = "department_contact", _("Department contact")
        COUNCIL_READER = "council_reader", _("Council reader")
        ADMINISTRATOR = "administrator", _("Program administrator")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("Role"), max_length=20, choices=Role, default=Role.ADVISER)
    changed_at = models.DateTimeField(null=True, editable=False)
    """When it was given or its dates were last changed; empty for those older than this field."""
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    """Empty for the command line."""
    seen_by = models.ManyToManyField(settings.AUTH_USER_MODEL, editable=False, related_name="+")
    """The advisers who have seen it as it stands."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "municipality"], condition=Q(ends_on=None), name="membership_one_without_end"
            ),
            models.CheckConstraint(
                name="membership_deputy_dates",
                condition=~Q(role="deputy") | Q(starts_on__isnull=False, ends_on__isnull=False),
                violation_error_message=_("A deputy needs a first and a last day."),
            ),
            ends_after_start("membership_dates"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"
