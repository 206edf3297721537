"""Which version of the mandate is in force, and the words it uses."""

from datetime import date

from django.db.models import QuerySet

from ombud.offices.models import CriticismDegree, Mandate
from ombud.offices.models.dated import OPEN_FIRST, in_force


def mandate_on(on: date) -> Mandate | None:
    """The mandate in force on the day; None before the first and in a gap."""
    return Mandate.objects.filter(in_force(on)).order_by(OPEN_FIRST, "pk").last()


def mandates() -> "QuerySet[Mandate]":
    """Every version, the earliest first; one without a first day is the earliest."""
    return Mandate.objects.order_by(OPEN_FIRST, "pk")


def words_on(on: date) -> Mandate:
    """The mandate whose words for matter and department a page uses: the one of the day, else the nearest earlier or
    later one. An unsaved one with the usual words where there is none at all.
    """
    current = mandate_on(on)
    if current is not None:
        return current
    earlier = Mandate.objects.filter(starts_on__lte=on).order_by("-starts_on").first()
    return earlier or mandates().first() or Mandate(name="")


def criticism_scale_on(on: date) -> "QuerySet[CriticismDegree]":
    """The degrees from mildest to most severe; none without a supervisory task (R1, R160)."""
    return CriticismDegree.objects.filter(mandate=mandate_on(on), mandate__supervision=True).order_by("order")
