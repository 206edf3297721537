"""What a registration still needs before it can be told where it belongs."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.queries.register import NONE, RegisterFilter, enquiries, matters
from ombud.core.statistics.durations import STILL_OPEN
from ombud.desk.overview.headline import of_period
from ombud.offices.models import ReportingPeriod

LONG_OPEN = timedelta(days=90)


@dataclass(frozen=True)
class Gap:
    """So many registrations lack something; ``query`` shows them."""

    label: str
    count: int
    query: str


_OF_MATTERS: tuple[tuple[Promise, dict[str, str]], ...] = (
    (gettext_lazy("Department not stated"), {"department": NONE}),
    (gettext_lazy("Subtheme not stated"), {"subtheme": NONE}),
)
_OF_ENQUIRIES: tuple[tuple[Promise, dict[str, str]], ...] = (
    (gettext_lazy("Type not stated"), {"type": NONE}),
    (gettext_lazy("Channel not stated"), {"channel": NONE}),
)


def missing(period: ReportingPeriod | None, *, on: date) -> list[Gap]:
    """Only what is missing: an empty list when every registration is complete."""
    within = of_period(period)
    long_ago = min(on - LONG_OPEN, within.received_to or on)
    found = [
        Gap(str(label), matters(wanted).count(), wanted.as_query() + "&grain=matters")
        for label, values in _OF_MATTERS
        if (wanted := _with(within, values))
    ]
    found += [
        Gap(str(label), enquiries(wanted).count(), wanted.as_query())
        for label, values in _OF_ENQUIRIES
        if (wanted := _with(within, values))
    ]
    waiting = _with(within, {"duration": STILL_OPEN}, received_to=long_ago)
    found.append(Gap(_("Open for more than 90 days"), enquiries(waiting).count(), waiting.as_query()))
    return [gap for gap in found if gap.count]


def _with(within: RegisterFilter, values: dict[str, str], **days: date) -> RegisterFilter:
    return replace(within, **values, **days)  # type: ignore[arg-type]
