"""How an enquiry arrived (henvendelsesform, R114-R118)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import Dated, Named, ends_after_start


class Channel(Named, Dated):
    """A channel such as telephone or letter. ``is_open_advice`` marks visits to a drop-in session."""

    aliases = models.JSONField(_("Also called"), default=list, blank=True)
    is_open_advice = models.BooleanField(_("Is drop-in advice"), default=False)

    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="channel_name_once"),
            ends_after_start("channel_dates"),
        ]
