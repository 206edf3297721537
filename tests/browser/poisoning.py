"""Puts texts that try to be scripts wherever a person can write: rows in the clear, case files, letters and imports."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models
from django.urls import reverse

from ombud.casework.actions import imports
from ombud.casework.actions.case_files.case import link_cases, open_case
from ombud.casework.actions.case_files.consents import give_consent, withdraw_consent
from ombud.casework.actions.case_files.disclosures import disclose
from ombud.casework.actions.case_files.documents import add_document
from ombud.casework.actions.case_files.notes import correct_note, write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.case_files.rectifications import rectify
from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.consent import ConsentText, Ground
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyText, Relation
from ombud.casework.models import CaseFile
from ombud.casework.queries.case_files.dossier import Chosen
from ombud.intake.actions.handover_notes import leave
from ombud.intake.actions.inbox import deliver
from ombud.intake.actions.kept_forms import keep
from ombud.intake.letter import Enclosure
from ombud.intake.models import InboxItem
from ombud.reporting.importing import IMPORTERS
from ombud.reporting.models import Definition
from ombud.tenancy.scope import everywhere, scope
from tests.house.world import World
from tests.unlocked import keyring_of

DAY = date(2024, 5, 2)
ROOMS = ("casework", "offices", "appeals", "reporting", "identity")
CODES = {
    "Municipality.code", "User.email", "User.password", "ImportRun.file", "ImportRun.kind", "ImportRun.digest",
    "ReportSection.key", "Definition.name", "Definition.kind", "Report.language", "Edition.digest",
    "EditionFile.format", "EditionFile.digest", "ColumnMapping.kind", "Aggregate.dimension", "Aggregate.unit",
    "Aggregate.value", "Document.file", "Editing.noun", "Editing.row", "Tries.key",
    "Submission.digest", "Submission.person", "Submission.address",
}  # fmt: skip
"""Codes and addresses: none is typed as text by a person."""

Reached = defaultdict[str, set[str]]
"""For each text the kinds of fields it was put into."""


def reached() -> Reached:
    return defaultdict(set)


def poison_rows(payloads: Sequence[str], start: int, into: Reached) -> int:
    """One after the other into every text of every row in the clear, from ``start`` on; where it ended."""
    with everywhere("a test spoils the rows of both municipalities"):
        for room in ROOMS:
            for model in apps.get_app_config(room).get_models():
                for row in model._base_manager.all():
                    texts = {}
                    for field in _texts(model):
                        payload = payloads[start % len(payloads)]
                        start += 1
                        texts[field.name] = _fitting(payload, field, row.pk)
                        if payload in texts[field.name]:
                            into[payload].add(f"{model.__name__}.{field.name}")
                    if texts:
                        model._base_manager.filter(pk=row.pk).update(**texts)
        for definition in Definition.unscoped.all():
            caption = {"da": payloads[start % len(payloads)], "en": "x"}
            Definition.unscoped.filter(pk=definition.pk).update(spec=definition.spec | {"caption": caption})
            start += 1
    return start


def _texts(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
        if is_text and f"{model.__name__}.{field.name}" not in CODES:
            yield field


def _fitting(payload: str, field: models.Field[Any, Any], pk: Any) -> str:
    text = f"{payload} {str(pk)[:4]}"
    return text[-field.max_length :] if field.max_length else text


def poison_case(world: World, payloads: Sequence[str], into: Reached) -> list[str]:
    """A case file with each of the texts in every kind of field; the addresses of its pages and of some parts."""
    keys, by, office = keyring_of(world.asta), world.asta, world.here.municipality
    with scope(office):
        enquiry = register(by=by, received_on=DAY, matters=[MatterInput(None, None)])
        titles = CaseText(title=payloads[0], contact_note=payloads[0])
        case = open_case(enquiry=enquiry, keys=keys, by=by, text=titles)
        everyone = {"case": case, "keys": keys, "by": by}
        parts = [_parts_of(payload, everyone) for payload in payloads]
        _relate(world, case, payloads)
    kinds = ("note", "party", "consent", "document", "rectification", "disclosure")
    more = {"earlier wording", "withdrawal", "title", "relation"}
    for payload in payloads:
        into[payload] |= {*kinds, *more}
    single = (("note", "cases-note"), ("party", "cases-party"), ("consent", "cases-consent"),
              ("document", "cases-document"), ("rectification", "cases-rectification"),
              ("disclosure", "cases-disclosure"), ("consent", "cases-consent-print"),
              ("rectification", "cases-rectification-print"), ("party", "cases-party-remove"))  # fmt: skip
    whole = ("show", "title", "party-new", "consent-new", "disclose", "rectify", "relate", "conflict", "document-new")
    found = [reverse(f"cases-{name}", args=[office.code, case.pk]) for name in whole]
    for place, ids in enumerate(parts):
        kind, name = single[place % len(single)]
        found.append(reverse(name, args=[office.code, case.pk, ids[kind]]))
    return found


def _parts_of(payload: str, everyone: dict[str, Any]) -> dict[str, Any]:
    """One of each part, with the text in all its fields; their ids."""
    acting = {"keys": everyone["keys"], "by": everyone["by"]}
    note = write_note(text=NoteText(on=DAY, title=payload, text=payload), **everyone)
    correct_note(note=note, version=1, text=NoteText(on=DAY, title=payload, text=f"{payload} 2"), **acting)
    party = PartyText(
        name=payload, address=payload, phone=payload, mail=payload, contact_note=payload, relations=(Relation(payload),)
    )
    person = add_party(text=party, **everyone)
    scopes = ConsentText(scope=payload, given_on=DAY, to_whom=payload, given_by=str(person.pk))
    consent = give_consent(text=scopes, **everyone)
    withdraw_consent(consent=consent, version=1, on=DAY, remark=payload, **acting)
    document = add_document(
        content=io.BytesIO(payload.encode()), name=payload, description=payload, received_from=payload, **everyone
    )
    wrong = rectify(on=DAY, stood=payload, right=payload, why=payload, recipients=[payload], **everyone)
    given = [Chosen("note", str(note.pk)), Chosen("party", str(person.pk)), Chosen("document", str(document.pk))]
    said = {"recipient": payload, "purpose": payload, "law": f"{payload} § 9"}
    out = disclose(on=DAY, ground=Ground.LAW.value, parts=given, **said, **everyone)
    rows = {"note": note, "party": person, "consent": consent, "document": document, "rectification": wrong}
    return {kind: row.pk for kind, row in (rows | {"disclosure": out}).items()}


def _relate(world: World, case: CaseFile, payloads: Sequence[str]) -> None:
    """A case with each text as its title, tied to this one with the text."""
    acting = {"keys": keyring_of(world.asta), "by": world.asta}
    for version, payload in enumerate(payloads, start=1):
        enquiry = register(by=world.asta, received_on=DAY, matters=[MatterInput(None, None)])
        text = CaseText(title=payload, contact_note=payload)
        other = open_case(enquiry=enquiry, text=text, **acting)
        link_cases(case=case, version=version, other=other, sentence=payload, **acting)


def poison_intake(world: World, payloads: Sequence[str], into: Reached) -> list[str]:
    """Letters, notes left to somebody and forms kept, each with the text everywhere; some of their addresses."""
    office, found = world.here.municipality, []
    for payload in payloads:
        files = [Enclosure(payload, payload, b"x")]
        letter = deliver(
            municipality=office, text=payload, subject=payload, sender=payload, files=files,
            channel=InboxItem.Channel.FORM,
        )  # fmt: skip
        found.append(reverse("inbox-show", args=[office.code, letter.pk]))
        with scope(office):
            leave(municipality=office, to=world.asta, text=payload, by=world.roles["adviser"])
        typed = [("title", [payload]), (payload, [payload])]
        keep(person=str(world.asta.pk), address=f"/0165/cases/?{payload}", fields=typed, files=[("f", [payload])])
        into[payload] |= {"Letter", "Letter.file", "HandoverNote", "KeptForm"}
    return [*found[::5], reverse("inbox-list", args=[office.code]), reverse("keys-kept")]


def poison_import(world: World, payloads: Sequence[str], into: Reached) -> list[str]:
    """Registers whose file name, headings and cells are such texts: unknown names, problems, and what would be new."""
    unknown = [[f"{row}/2023", "3-4-2023", payload, "Hovedsag"] for row, payload in enumerate(payloads, start=1)]
    refused = [[payload, payload, payload, payload] for payload in payloads]
    found = []
    for rows in (unknown, *(refused[start : start + 5] for start in range(0, len(refused), 5))):
        text = io.StringIO()
        written = csv.writer(text, delimiter=";")
        written.writerow(["Sagsnr", "Modtaget", "Afdeling", "Rolle", rows[0][2]])
        written.writerows(rows)
        with scope(world.here.municipality):
            run = imports.start(
                content=io.BytesIO(text.getvalue().encode()), file_name=f"{rows[0][2]}.csv"[-100:],
                kind="registrations", by=world.asta,
            )  # fmt: skip
            imports.read(run=run, importer=IMPORTERS["registrations"])
        found.append(reverse("imports-show", args=[world.here.municipality.code, run.pk]))
        for row in rows:
            into[row[2]].add("Import")
    return found
