"""Types of enquiry with definitions that change over time and differ between municipalities (R45-R50)."""

from datetime import date

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import OPEN_FIRST, Dated, Named, ends_after_start
from ombud.tenancy.models import ScopedModel


class EnquiryType(Named, Dated):
    """``group`` places the type in the tree: a complaint, another enquiry, or neither (bounded and open)."""

    class Group(models.TextChoices):
        COMPLAINT = "complaint", _("Complaints")
        OTHER = "other", _("Other enquiries")
        NONE = "", _("Not grouped")

    group = models.CharField(_("Counted among"), max_length=10, choices=Group, blank=True, default=Group.NONE)
    aliases = models.JSONField(_("Also called"), default=list, blank=True)

    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="type_name_once"),
            ends_after_start("type_dates"),
        ]

    def definition_on(self, on: date) -> "TypeDefinition | None":
        """The definition in force on the day."""
        known = [d for d in self.definitions.all() if d.starts_on is None or d.starts_on <= on]
        return max(known, key=lambda d: d.starts_on or date.min, default=None)


class TypeDefinition(ScopedModel):
    """What the type means from a day on: shown as help in the form and printed in the report (R49)."""

    type = models.ForeignKey(EnquiryType, on_delete=models.CASCADE, related_name="definitions")
    starts_on = models.DateField(_("From"), null=True, blank=True)
    text = models.TextField(_("Definition"))
    text_en = models.TextField(_("Definition in English"), blank=True)

    class Meta:
        ordering = [OPEN_FIRST]
        base_manager_name = "unscoped"

    @property
    def local_text(self) -> str:
        """The definition in the reader's language, Danish where no English one is given."""
        return self.text_en if self.text_en and get_language() == "en" else self.text
