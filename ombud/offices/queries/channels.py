"""Channels by day (R114-R118)."""

from datetime import date

from django.db.models import QuerySet

from ombud.offices.models import Channel
from ombud.offices.models.dated import in_force


def channels_on(on: date) -> "QuerySet[Channel]":
    """Channels by which an enquiry can come on the day."""
    return Channel.objects.filter(in_force(on))
