"""Marks across the legal themes, such as access to files (R98)."""

from django.db import models

from ombud.offices.models.dated import Named


class Tag(Named):
    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="tag_name_once")]
