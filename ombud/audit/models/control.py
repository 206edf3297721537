"""A sample check of the log: some reads, drawn by lot, are looked at one by one."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel


class Control(ScopedModel):
    """A drawing that can be made again: from ``seed``, the days and ``size`` (``ombud.audit.drawing``).

    ``reads`` are the lines that the lot fell among. What was found of the chain that day stands beside. ``remark`` is
    sealed under the office key.
    """

    class Result(models.TextChoices):
        UNFINISHED = "", _("Not finished")
        IN_ORDER = "in_order", _("In order")
        LOOK_INTO = "look_into", _("Something to look into")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    drawn_at = models.DateTimeField(default=timezone.now)
    drawn_by = models.CharField(max_length=254)
    first_on = models.DateField()
    last_on = models.DateField()
    seed = models.CharField(max_length=32)
    size = models.PositiveIntegerField()
    reads = models.PositiveIntegerField()
    chain_lines = models.PositiveBigIntegerField()
    chain_fault = models.CharField(max_length=20, blank=True)
    chain_position = models.PositiveBigIntegerField(null=True)
    finished_at = models.DateTimeField(null=True)
    finished_by = models.CharField(max_length=254, blank=True)
    result = models.CharField(max_length=20, choices=Result, blank=True)
    remark = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["-drawn_at"]
        base_manager_name = "unscoped"

    def __str__(self) -> str:
        return str(self.id)


class Drawn(ScopedModel):
    """A line of the log that the lot fell on, by its position, and what was said of it. ``remark`` is sealed."""

    class Result(models.TextChoices):
        UNJUDGED = "", _("Not yet looked at")
        IN_ORDER = "in_order", _("In order")
        LOOK_INTO = "look_into", _("To be looked into")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    control = models.ForeignKey(Control, on_delete=models.CASCADE, related_name="drawn")
    position = models.PositiveBigIntegerField()
    result = models.CharField(max_length=20, choices=Result, blank=True)
    remark = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["position"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["control", "position"], name="drawn_once")]

    def __str__(self) -> str:
        return str(self.position)
