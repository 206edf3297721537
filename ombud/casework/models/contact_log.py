"""Later contacts in the same matter: they never make a new enquiry (R27, R28)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.casework.models.enquiry import Enquiry
from ombud.offices.models import Channel
from ombud.tenancy.models import ScopedModel


class ContactLog(ScopedModel):
    """That there was contact on a day, and how; what was said belongs to the case file."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="contacts")
    on = models.DateField(_("On"))
    channel = models.ForeignKey(Channel, verbose_name=_("Channel"), null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        ordering = ["on", "pk"]
        base_manager_name = "unscoped"
