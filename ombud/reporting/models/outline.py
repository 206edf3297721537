"""The sections a municipality's reports start from."""

from django.db import models

from ombud.tenancy.models import ScopedModel


class StartingOutline(ScopedModel):
    """At most one a municipality, taken from its profile. ``sections`` are {"key", "title", "title_en", "level",
    "numbered", "text", "text_en"}; where there is none, the outline that ships with the program is used.
    """

    sections = models.JSONField(default=list)

    class Meta:
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality"], name="one_starting_outline")]
