"""What a registration still needs before it can be told where it belongs."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombud.casework.queries.register import NONE, RegisterFilter, enquiries, matters
from ombud.desk.overview.headline import of_period
from ombud.offices.models import ReportingPeriod


@dataclass(frozen=True)
class Gap:
    """So many registrations lack something; ``query`` shows them."""

    label: str
    count: int
    query: str


_OF_MATTERS: tuple[tuple[Promise, dict[str, str]], ...] = (
    (_("Department not stated"), {"department": NONE}),
    (_("Subtheme not stated"), {"subtheme": NONE}),
)
_OF_ENQUIRIES: tuple[tuple[Promise, dict[str, str]], ...] = (
    (_("Type not stated"), {"type": NONE}),
    (_("Channel not stated"), {"channel": NONE}),
)


def missing(period: ReportingPeriod | None) -> list[Gap]:
    """Only what is missing: an empty list when every registration is complete."""
    within = of_period(period)
    found = [
        Gap(str(label), matters(wanted).count(), wanted.as_query() + "&any_matter=yes")
        for label, values in _OF_MATTERS
        if (wanted := _with(within, values))
    ]
    found += [
        Gap(str(label), enquiries(wanted).count(), wanted.as_query())
        for label, values in _OF_ENQUIRIES
        if (wanted := _with(within, values))
    ]
    return [gap for gap in found if gap.count]


def _with(within: RegisterFilter, values: dict[str, str]) -> RegisterFilter:
    return replace(within, **values)  # type: ignore[arg-type]
