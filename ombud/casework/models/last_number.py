"""The highest number a year had when a number was dropped, so that none is given out twice (R37)."""

from django.db import models

from ombud.tenancy.models import ScopedModel


class LastNumber(ScopedModel):
    """Written when a case is erased and its registration loses its number."""

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()

    class Meta:
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality", "year"], name="last_number_once")]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"
