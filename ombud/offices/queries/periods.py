"""Reporting periods: the one of a day, the one before, and how long the function was closed in it (R13-R17)."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from ombud.offices.models import Closure, ReportingPeriod

ONE_DAY = timedelta(days=1)


def period_on(on: date) -> ReportingPeriod | None:
    """The latest begun period that has the day."""
    return ReportingPeriod.objects.filter(starts_on__lte=on, ends_on__gte=on).order_by("-starts_on").first()


def latest_period() -> ReportingPeriod | None:
    """The period that begins last."""
    return ReportingPeriod.objects.order_by("-starts_on", "-ends_on").first()


def previous_of(period: ReportingPeriod) -> ReportingPeriod | None:
    """The period it is compared with: the chosen one, else the latest that ended before it began."""
    if period.compared_with is not None:
        return period.compared_with
    return ReportingPeriod.objects.filter(ends_on__lt=period.starts_on).order_by("-ends_on", "-starts_on").first()


def months_closed_suggested(first: date, last: date) -> Decimal:
    """Months without a function between two days, from the closures: days closed over the days of their month, to one
    decimal. A day in two closures counts once.
    """
    days: set[date] = set()
    for closure in Closure.objects.filter(starts_on__lte=last, ends_on__gte=first):
        day = max(closure.starts_on, first)
        while day <= min(closure.ends_on, last):
            days.add(day)
            day += ONE_DAY
    months = sum((Decimal(1) / monthrange(day.year, day.month)[1] for day in days), Decimal(0))
    return months.quantize(Decimal("0.1"))
