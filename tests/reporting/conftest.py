"""A municipality ready to report, and small registers built by the actions."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.models import Enquiry
from ombud.core.words import Words
from ombud.offices.models import Channel, Department, EnquiryType, Municipality, ReportingPeriod, Theme
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.actions.reports import make_report
from ombud.reporting.models import Report
from ombud.tenancy.scope import scope

FIRST, LAST = date(2024, 4, 1), date(2025, 3, 31)
WORDS: Words = translation  # type: ignore[assignment]

Registering = Callable[..., Enquiry]


@pytest.fixture
def office(db: None) -> Iterator[Municipality]:
    """Albertslund with an empty register, in scope, speaking Danish."""
    made = make_municipality(code="165", by=None)
    with scope(made), translation.override("da"):
        yield made


@pytest.fixture
def period(office: Municipality) -> ReportingPeriod:
    return ReportingPeriod.objects.get(starts_on=FIRST)


@pytest.fixture
def report(period: ReportingPeriod) -> Report:
    return make_report(period=period, by=None)


@pytest.fixture
def enquiry(office: Municipality) -> Registering:
    """Register an enquiry by names: ``matters`` are pairs of department and subtheme, the main one first."""

    def registering(
        received_on: date = date(2024, 5, 2),
        *,
        matters: tuple[tuple[str | None, str | None], ...] = (("Børn & Familie", "Inddragelse"),),
        flags: dict[str, bool] | None = None,
        **fields: Any,
    ) -> Enquiry:
        if "type" in fields:
            fields["type"] = EnquiryType.objects.get(name=fields["type"])
        if "channel" in fields:
            fields["primary_channel"] = Channel.objects.get(name=fields.pop("channel"))
        given = [
            MatterInput(
                Department.objects.get(name=department) if department else None,
                Theme.objects.get(name=theme, parent__isnull=False) if theme else None,
                **(flags or {}),
            )
            for department, theme in matters
        ]
        return register(by=None, received_on=received_on, matters=given, **fields)

    return registering
