"""Types of enquiry by day, with what they mean (R45-R50)."""

from datetime import date

from django.db.models import QuerySet

from ombud.offices.models import EnquiryType
from ombud.offices.models.dated import in_force


def types_on(on: date) -> "QuerySet[EnquiryType]":
    """Types an enquiry received on the day can have, each with its definitions at hand."""
    return EnquiryType.objects.filter(in_force(on)).prefetch_related("definitions")


def types() -> "QuerySet[EnquiryType]":
    """All types, with their definitions."""
    return EnquiryType.objects.prefetch_related("definitions")
