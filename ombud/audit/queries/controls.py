"""When the next sample check is due."""

from datetime import date, timedelta

from django.utils import timezone

from ombud.audit.models import Control, Event

MONTHS_BETWEEN = 6


def due_since(municipality: str, today: date) -> date | None:
    """The day from which a check was due, or None: six months after the last one, or after the first case file."""
    last = Control.objects.filter(finished_at__isnull=False).order_by("-finished_at").first()
    if last is not None:
        began = timezone.localdate(last.finished_at)
    else:
        cases = Event.objects.filter(municipality=municipality, action="case.opened").order_by("position")
        first = cases.values_list("at", flat=True).first()
        if first is None:
            return None
        began = timezone.localdate(first)
    due = six_months_after(began)
    return due if today >= due else None


def six_months_after(day: date) -> date:
    """The same day six months later, or the last of a shorter month."""
    month = day.month + MONTHS_BETWEEN
    year, month = day.year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))
