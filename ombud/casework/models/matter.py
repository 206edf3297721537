"""A matter: the main matter (hovedsag) of an enquiry or one of its follow-on matters (følgesager) (R81-R90)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombud.casework.models.enquiry import Enquiry
from ombud.offices.models import Department, Tag, Theme
from ombud.tenancy.models import ScopedModel


class Matter(ScopedModel):
    """Position 1 is the main matter. Each has a department and a subtheme of its own (R89); empty is *not stated*."""

    class Role(models.TextChoices):
        MAIN = "main", _("Main matter")
        FOLLOW_ON = "follow_on", _("Follow-on matter")

    # The unique pair with the position finds the matters of an enquiry.
    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="matters", db_index=False)
    position = models.PositiveSmallIntegerField(default=1)
    role = models.CharField(_("Role"), max_length=10, choices=Role)
    department = models.ForeignKey(
        Department, verbose_name=_("Department"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    theme = models.ForeignKey(
        Theme, verbose_name=_("Subtheme"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outside_themes = models.BooleanField(_("Left out of the thematic statistics"), default=False)
    coordination = models.BooleanField(_("Coordination across departments"), default=False)
    reminder = models.BooleanField(_("Reminder after an unanswered complaint"), default=False)
    tags = models.ManyToManyField(Tag, verbose_name=_("Tags"), blank=True, related_name="matters")

    class Meta:
        ordering = ["enquiry_id", "position"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["enquiry", "position"], name="matter_position_once"),
            models.UniqueConstraint(fields=["enquiry"], condition=Q(role="main"), name="one_main_matter"),
            models.CheckConstraint(
                name="main_matter_first",
                condition=Q(role="main", position=1) | (Q(role="follow_on") & Q(position__gt=1)),
            ),
        ]
