"""One line of the log. No foreign keys: the log outlives what it tells of and never blocks a deletion."""

from django.db import models


class Event(models.Model):
    """What was done, by whom, to what. ``changes`` maps a field to [before, after]: codes and dates, never persons."""

    at = models.DateTimeField(auto_now_add=True)
    municipality = models.CharField(max_length=4, blank=True)
    by = models.CharField(max_length=254, blank=True)
    action = models.CharField(max_length=60)
    noun = models.CharField(max_length=40)
    noun_id = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=200, blank=True)
    changes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "noun", "noun_id"]),
            models.Index(fields=["municipality", "at"]),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.noun} {self.label}"
