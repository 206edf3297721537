"""The few numbers on the overview, counted by the register's own filter: a click shows what was counted."""

from dataclasses import dataclass, replace
from datetime import date

from ombud.casework.models import Enquiry, Source
from ombud.casework.queries.register import NONE, RegisterFilter, enquiries, matters
from ombud.offices.models import ReportingPeriod


@dataclass(frozen=True)
class Number:
    """A number and the address query of the registrations behind it."""

    count: int
    query: str


@dataclass(frozen=True)
class Headline:
    """``period`` None: the whole register. ``caveats`` follow the numbers wherever they are shown."""

    period: ReportingPeriod | None
    enquiries: Number
    matters: Number
    within_mandate: Number
    unassessed: Number
    still_open: Number
    registered: bool
    caveats: tuple[str, ...]


def headline(*, on: date) -> Headline:
    """The numbers of the period that is running on the day, or of the latest one with registrations."""
    period = current_period(on)
    within = of_period(period)
    return Headline(
        period=period,
        enquiries=_enquiries(within),
        matters=Number(matters(within).count(), within.as_query()),
        within_mandate=_enquiries(replace(within, within_mandate="yes")),
        unassessed=_enquiries(replace(within, within_mandate=NONE)),
        still_open=_enquiries(replace(within, duration="still_open")),
        registered=Enquiry.objects.exists(),
        caveats=tuple(dict.fromkeys(source.local_caveat for source in Source.objects.all() if source.caveat)),
    )


def current_period(on: date) -> ReportingPeriod | None:
    """The period that holds the day if anything was received in it; else the latest that has registrations."""
    latest = Enquiry.objects.filter(received_on__lte=on).order_by("-received_on").values_list("received_on", flat=True)
    for day in (latest.first(), on):
        if day is not None and (found := _holding(day)) is not None:
            return found
    return None


def of_period(period: ReportingPeriod | None) -> RegisterFilter:
    """The register's filter for a period."""
    if period is None:
        return RegisterFilter()
    return RegisterFilter(received_from=period.starts_on, received_to=period.ends_on)


def _holding(day: date) -> ReportingPeriod | None:
    return ReportingPeriod.objects.filter(starts_on__lte=day, ends_on__gte=day).order_by("-starts_on").first()


def _enquiries(wanted: RegisterFilter) -> Number:
    return Number(enquiries(wanted).count(), wanted.as_query())
