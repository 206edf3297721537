"""Lines of the log: of a municipality, by day, person, action and case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from ombud.audit.models import Event
from ombud.audit.record import READS


@dataclass(frozen=True)
class LogFilter:
    """What is asked for; an empty field asks for everything. Both days are included."""

    first: date | None = None
    last: date | None = None
    by: str = ""
    action: str = ""
    case: UUID | None = None


def lines(municipality: str, wanted: LogFilter) -> "QuerySet[Event]":
    """The newest first. The one place where the log is read for a page, so that no other municipality's is."""
    found = Event.objects.filter(municipality=municipality)
    if wanted.first is not None:
        found = found.filter(at__gte=_begin(wanted.first))
    if wanted.last is not None:
        found = found.filter(at__lt=_begin(wanted.last + timedelta(days=1)))
    exact = {name: getattr(wanted, name) for name in ("by", "action", "case") if getattr(wanted, name)}
    return found.filter(**exact).order_by("-position")


def lines_of_cases(municipality: str, cases: Iterable[UUID], wanted: LogFilter) -> "QuerySet[Event]":
    """The lines of several cases, the newest first."""
    return lines(municipality, wanted).filter(case__in=list(cases))


def reads_between(municipality: str, first: date, last: date) -> list[int]:
    """The positions of the lines that tell of a read of one case, in rising order."""
    found = lines(municipality, LogFilter(first, last)).filter(action__in=READS, case__isnull=False)
    return list(found.order_by("position").values_list("position", flat=True))


def people_in(municipality: str) -> list[str]:
    """The persons who stand in the log of a municipality, by their number."""
    rows = Event.objects.filter(municipality=municipality).exclude(by="")
    return list(rows.order_by("by").values_list("by", flat=True).distinct())


def actions_in(municipality: str) -> list[str]:
    """The actions that stand in the log of a municipality."""
    rows = Event.objects.filter(municipality=municipality)
    return list(rows.order_by("action").values_list("action", flat=True).distinct())


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
