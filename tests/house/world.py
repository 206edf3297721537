"""Two municipalities that have one of everything, and everyone who may knock at their doors.

A room that gets something new puts one of it into each house here: what stands beside a registration in ``make_house``,
what hangs on a case file in ``make_case``; and its addresses into ``tests.house.addresses``.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from ombud.appeals.actions.decisions import register_decision
from ombud.appeals.models import AppealBoard
from ombud.audit.actions.controls import draw
from ombud.casework.actions import imports
from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.consents import give_consent
from ombud.casework.actions.case_files.disclosures import disclose
from ombud.casework.actions.case_files.documents import add_document
from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.case_files.reading import read_case
from ombud.casework.actions.case_files.rectifications import rectify
from ombud.casework.actions.contacts import log_contact
from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.consent import ConsentText, Ground
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyText
from ombud.casework.models import Enquiry
from ombud.casework.queries.case_files.dossier import Chosen
from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.intake.actions.inbox import deliver
from ombud.intake.models import InboxItem
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Department, EnquiryType, Membership, Municipality, ReportingPeriod, Taxonomy
from ombud.offices.queries.taxonomies import subthemes_on
from ombud.reporting.actions.editions import freeze
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.actions.reports import make_report
from ombud.reporting.importing import IMPORTERS
from ombud.reporting.models import Aggregate, Edition
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD
from tests.unlocked import keyring_of, set_up_keys

DAY = date(2024, 5, 2)
Role = Membership.Role
FILE = "Sagsnr;Modtaget;Afdeling;Rolle\n{number}/2024;3-4-2024;Ukendt;Hovedsag\n"


@dataclass(frozen=True)
class House:
    """A municipality and the keys that stand in the addresses of its pages, by their kind."""

    municipality: Municipality
    keys: dict[str, Any]


@dataclass(frozen=True)
class World:
    """``asta`` serves both; ``bo`` only the other; ``carla`` nowhere; ``dan`` served both until yesterday.

    ``roles`` holds one person for each role who serves ``here`` and nowhere else. All have a passphrase; asta, bo, dan,
    and the adviser and the deputy among the roles, hold keys of the offices they serve or served.
    """

    here: House
    other: House
    asta: User
    bo: User
    carla: User
    dan: User
    roles: dict[str, User]


def make_world(between: Callable[[], None] = lambda: None) -> World:
    """``between`` is called when everything of ``here`` is made and nothing of ``other``."""
    asta, carla, dan = (make_account(email=f"{n}@raadgiver.example", name=n, password=PASSWORD) for n in "acd")
    here = make_municipality(code="0165", by=None)
    for person in (asta, dan):
        appoint(user=person, municipality=here, by=None)
    roles = {role: make_member(here, role, by=asta) for role in Role.values}
    set_up_keys(here, asta, dan, roles[Role.ADVISER], roles[Role.DEPUTY])
    for person in roles.values():
        keyring_of(person)
    first = make_house(here, asta, 41)
    between()
    other = make_municipality(code="0183", by=None)
    bo = make_account(email="b@raadgiver.example", name="b", password=PASSWORD)
    for person in (asta, dan, bo):
        appoint(user=person, municipality=other, by=None)
    set_up_keys(other, asta, dan, bo)
    second = make_house(other, asta, 42)
    Membership.objects.filter(user=dan).update(ends_on=date.today() - timedelta(days=1))
    return World(first, second, asta, bo, carla, dan, roles)


def make_member(municipality: Municipality, role: str, by: User) -> User:
    """Somebody new in the role, from yesterday; a deputy until tomorrow."""
    today, day = date.today(), timedelta(days=1)
    last = today + day if role == Role.DEPUTY else None
    user = make_account(email=f"{role}@raadgiver.example", name=role, password=PASSWORD)
    appoint(user=user, municipality=municipality, by=by, role=role, starts_on=today - day, ends_on=last)
    return user


def secret_of(municipality: Municipality) -> str:
    """Stands in every sealed text of the house."""
    return f"Hemmeligt{municipality.code}"


def make_case(enquiry: Enquiry, by: User) -> dict[str, Any]:
    """A case file and one of everything that hangs on it: the keys of their addresses."""
    keys, secret = keyring_of(by), secret_of(enquiry.municipality)
    case = open_case(enquiry=enquiry, keys=keys, by=by, text=CaseText(title=secret))
    everyone = {"case": case, "keys": keys, "by": by}
    note = write_note(text=NoteText(on=DAY, text=secret), **everyone)
    party = add_party(text=PartyText(name=secret, cpr="0101901234"), **everyone)
    consent = give_consent(text=ConsentText(scope=secret, given_on=DAY, to_whom=secret), **everyone)
    rectification = rectify(on=DAY, stood=secret, right=secret, why=secret, recipients=[secret], **everyone)
    disclosure = disclose(
        on=DAY, recipient=secret, purpose=secret, ground=Ground.LAW.value, law="forvaltningslovens § 28, stk. 2, nr. 3",
        parts=[Chosen("note", str(note.pk))], **everyone,
    )  # fmt: skip
    document = add_document(content=io.BytesIO(secret.encode()), name=f"{secret}.txt", **everyone)
    read_case(case.pk, keys=keys, by=by)
    control = draw(municipality=enquiry.municipality.code, by=by, today=date.today())
    return {
        "case": case.pk, "note": note.pk, "party": party.pk, "consent": consent.pk, "document": document.pk,
        "rectification": rectification.pk, "disclosure": disclosure.pk, "control": control.pk,
    }  # fmt: skip


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
        frozen, edition = freeze(report=report, by=by), freeze(report=report, by=by)
        Edition.objects.filter(pk=edition.pk).update(published_at=timezone.now())
        section = report.sections.first()
        membership = Membership.objects.filter(municipality=municipality).exclude(user=by).order_by("-pk").first()
        keys = {
            "membership": membership.pk, "person": membership.user_id,
            "enquiry": enquiry.pk, "contact": contact.pk, "decision": decision.pk, "run": run.pk, "figure": figure.pk,
            "report": report.pk, "edition": edition.pk, "frozen": frozen.pk, "section": section.key,
            "department": top.pk,
            "theme": theme.pk, "type": EnquiryType.objects.first().pk, "taxonomy": Taxonomy.objects.last().pk,
        }  # fmt: skip
        letter = deliver(municipality=municipality, text=secret_of(municipality), channel=InboxItem.Channel.FORM)
        keys |= make_case(enquiry, by) | {"letter": letter.pk}
    return House(municipality, keys)
