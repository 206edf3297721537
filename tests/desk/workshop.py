"""Albertslund with its example register and someone at the desk, for the pages with numbers and the report."""

from dataclasses import dataclass

from django.test import Client

from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.reporting.actions.examples import load_example
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.actions.reports import make_report
from ombud.reporting.models import Report
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD

PERIOD = "first=2024-04-01&last=2025-03-31"


@dataclass(frozen=True)
class Workshop:
    municipality: Municipality
    adviser: User
    report: Report
    client: Client


def make_workshop(client: Client) -> Workshop:
    """The whole example, a draft of 2024/25 and a browser that is logged in."""
    municipality = make_municipality(code="0165", by=None)
    load_example(municipality=municipality, by=None)
    adviser = make_account(email="asta@raadgiver.example", name="Asta Eksempel", password=PASSWORD)
    appoint(user=adviser, municipality=municipality, by=None)
    with scope(municipality):
        report = make_report(period=ReportingPeriod.objects.get(name="2024/25"), by=adviser)
    client.force_login(adviser)
    return Workshop(municipality, adviser, report, client)
