"""One line of the log. No foreign keys: the log outlives what it tells of and never blocks a deletion."""

from typing import Any, NoReturn

from django.db import models
from django.utils import timezone


class AppendOnly(TypeError):
    """The log is added to by ``ombud.audit.record`` and by nothing else; no line is ever changed or taken away."""


class Lines(models.QuerySet["Event"]):
    """A queryset that reads. What would change a line, or add one outside the chain, is refused."""

    def _refuse(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise AppendOnly("A line of the log is never changed, taken away or added beside its chain.")

    update = delete = bulk_update = bulk_create = _refuse
    create = get_or_create = update_or_create = _refuse


class Event(models.Model):
    """What was done or read, by whom, in which role, for what purpose.

    ``changes`` maps a field to [before, after]: codes and dates, never persons. ``details`` are sealed under the office
    key before they come here. ``position`` counts the lines of a municipality's chain from 1; ``hash`` covers every
    column and the hash of the line before (``ombud.audit.chain``).
    """

    at = models.DateTimeField(default=timezone.now)
    municipality = models.CharField(max_length=4, blank=True)
    by = models.CharField(max_length=254, blank=True)
    role = models.CharField(max_length=40, blank=True, default="")
    action = models.CharField(max_length=60)
    purpose = models.CharField(max_length=40, blank=True, default="")
    case = models.UUIDField(null=True)
    noun = models.CharField(max_length=40)
    noun_id = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=200, blank=True)
    changes = models.JSONField(default=dict)
    details = models.BinaryField(default=bytes)
    position = models.PositiveBigIntegerField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = Lines.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "noun", "noun_id"]),
            models.Index(fields=["municipality", "at"]),
            models.Index(fields=["municipality", "case"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "position"], name="one_line_at_a_position"),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.noun} {self.label}"

    def save(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("A line is written by ombud.audit.record, which gives it its place in the chain.")

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("A line of the log is never taken away.")
