"""What a municipality's own headings and values mean, remembered from one import to the next."""

from django.db import models

from ombud.tenancy.models import ScopedModel


class ColumnMapping(ScopedModel):
    """``columns`` maps a heading to a field ("" means: do not read); ``values`` maps field -> value -> key."""

    kind = models.CharField(max_length=20)
    columns = models.JSONField(default=dict)
    values = models.JSONField(default=dict)

    class Meta:
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality", "kind"], name="column_mapping_once")]
