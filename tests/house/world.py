"""Two municipalities that have one of everything, and everyone who may knock at their doors."""

import io
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ombud.appeals.actions.decisions import register_decision
from ombud.appeals.models import AppealBoard
from ombud.casework.actions import imports
from ombud.casework.actions.contacts import log_contact
from ombud.casework.actions.enquiries import MatterInput, register
from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Department, EnquiryType, Membership, Municipality, ReportingPeriod, Taxonomy
from ombud.offices.queries.taxonomies import subthemes_on
from ombud.reporting.actions.editions import freeze
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.actions.reports import make_report
from ombud.reporting.importing import IMPORTERS
from ombud.reporting.models import Aggregate
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD

DAY = date(2024, 5, 2)
FILE = "Sagsnr;Modtaget;Afdeling;Rolle\n{number}/2024;3-4-2024;Ukendt;Hovedsag\n"


@dataclass(frozen=True)
class House:
    """A municipality and the keys that stand in the addresses of its pages, by their kind."""

    municipality: Municipality
    keys: dict[str, Any]


@dataclass(frozen=True)
class World:
    """``asta`` serves both; ``bo`` only the other; ``carla`` nowhere; ``dan`` served both until yesterday."""

    here: House
    other: House
    asta: User
    bo: User
    carla: User
    dan: User


def make_world() -> World:
    people = [make_account(email=f"{n}@raadgiver.example", name=n, password=PASSWORD) for n in "abcd"]
    asta, bo, _carla, dan = people
    here, other = (make_municipality(code=code, by=None) for code in ("0165", "0183"))
    for municipality in (here, other):
        appoint(user=asta, municipality=municipality, by=None)
        appoint(user=dan, municipality=municipality, by=None)
    appoint(user=bo, municipality=other, by=None)
    Membership.objects.filter(user=dan).update(ends_on=date.today() - timedelta(days=1))
    return World(make_house(here, asta, 41), make_house(other, asta, 42), *people)


def make_house(municipality: Municipality, by: User, number: int) -> House:
    with scope(municipality):
        top = Department.objects.filter(parent=None, outside=False, ends_on=None).order_by("-pk").first()
        theme = next(theme for _top, below in subthemes_on(DAY) for theme in below)
        enquiry = register(by=by, received_on=DAY, number=number, matters=[MatterInput(top, theme)])
        contact = log_contact(enquiry=enquiry, on=DAY, channel=None, by=by)
        decision = register_decision(
            by=by, board=AppealBoard.objects.first(), received_on=DAY, decided_on=None, department=top,
            rejected=False, result="", remarks=[],
        )  # fmt: skip
        run = imports.start(
            content=io.BytesIO(FILE.format(number=number).encode()), file_name="f.csv", kind="registrations", by=by
        )
        imports.read(run=run, importer=IMPORTERS["registrations"])
        figure = Aggregate.objects.create(starts_on=DAY, ends_on=DAY, unit="enquiries", dimension="", count=1)
        report = make_report(period=ReportingPeriod.objects.first(), by=by)
        edition = freeze(report=report, by=by)
        section = report.sections.first()
        membership = Membership.objects.filter(municipality=municipality).exclude(user=by).first()
        keys = {
            "membership": membership.pk,
            "enquiry": enquiry.pk, "contact": contact.pk, "decision": decision.pk, "run": run.pk, "figure": figure.pk,
            "report": report.pk, "edition": edition.pk, "section": section.key, "department": top.pk,
            "theme": theme.pk, "type": EnquiryType.objects.first().pk, "taxonomy": Taxonomy.objects.last().pk,
        }  # fmt: skip
    return House(municipality, keys)
