"""An office with a case, as a process of its own on the product's settings: ``python -m ... make|open|erase|save``.

Answers are one JSON object a line on standard output.
"""

import io
import json
import os
import sys
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

os.environ["DJANGO_SETTINGS_MODULE"] = "ombud.config.settings"
import django

django.setup()

from ombud.casework.actions.case_files.case import open_case, text_of  # noqa: E402
from ombud.casework.actions.case_files.documents import add_document  # noqa: E402
from ombud.casework.actions.case_files.erasing import delete_content  # noqa: E402
from ombud.casework.actions.case_files.notes import write_note  # noqa: E402
from ombud.casework.actions.case_files.reading import read_case  # noqa: E402
from ombud.casework.actions.case_files.reconciling import reconcile_cases  # noqa: E402
from ombud.casework.actions.enquiries import MatterInput, register  # noqa: E402
from ombud.casework.contents.case import CaseText  # noqa: E402
from ombud.casework.contents.note import NoteText  # noqa: E402
from ombud.casework.models import CaseFile, Document, Note  # noqa: E402
from ombud.config.commands.installation import make_ready  # noqa: E402
from ombud.identity.actions import make_account  # noqa: E402
from ombud.identity.models import User  # noqa: E402
from ombud.offices.actions.memberships import appoint  # noqa: E402
from ombud.offices.models import Department, Municipality  # noqa: E402
from ombud.offices.queries.taxonomies import subthemes_on  # noqa: E402
from ombud.privacy.actions.cases import destroy, finish  # noqa: E402
from ombud.privacy.actions.people import recover, unlock  # noqa: E402
from ombud.privacy.keyring import Keyring  # noqa: E402
from ombud.reporting.actions.municipalities import make_municipality  # noqa: E402
from ombud.tenancy.scope import scope  # noqa: E402
from tests.unlocked import PASSPHRASE, set_up_keys  # noqa: E402

DAY = date(2024, 4, 10)
OFFICE = "0165"


def tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


def make() -> None:
    """An adviser with keys and two cases: one with a note and a document, one to be erased later."""
    make_ready()
    office = make_municipality(code=OFFICE, by=None)
    asta = make_account(email="asta@raadgiver.example", name="Asta Eksempel", password="kun-til-afprøvning-7")
    appoint(user=asta, municipality=office, by=None)
    keys = set_up_keys(office, asta)
    from ombud.privacy.actions.people import new_recovery_code

    with scope(office):
        made = [new_case(keys, asta, title) for title in ("Hjemmehjælp", "Skal slettes")]
        write_note(case=made[0], text=NoteText(on=DAY, text="Citizen called"), keys=keys, by=asta)
        for case in made:
            add_document(case=case, name="brev.txt", content=io.BytesIO(b"A letter" * 9000), keys=keys, by=asta)
    tell(code=new_recovery_code(str(asta.pk), PASSPHRASE), cases=[str(case.pk) for case in made])


def new_case(keys: Keyring, by: User, title: str) -> CaseFile:
    department = Department.objects.filter(parent=None, outside=False).first()
    theme = next(theme for _top, below in subthemes_on(DAY) for theme in below)
    enquiry = register(by=by, received_on=DAY, matters=[MatterInput(department, theme)])
    return open_case(enquiry=enquiry, keys=keys, by=by, text=CaseText(title=title))


def keyring(code: str = "") -> tuple[User, Keyring]:
    asta = User.objects.get()
    person = str(asta.pk)
    key = recover(person, code, PASSPHRASE + " ny")[0] if code else unlock(person, PASSPHRASE)
    return asta, Keyring(person, key, frozenset({OFFICE}))


def open_with(code: str) -> None:
    """Everything that can be read, after entering the recovery code."""
    make_ready()
    asta, keys = keyring(code)
    with scope(Municipality.objects.get(code=OFFICE)):
        opened = {str(case.pk): read_case(case.pk, keys=keys, by=asta) for case in CaseFile.objects.all()}
        tell(
            titles={name: case.text.title for name, case in opened.items()},
            notes=[note.text.text for case in opened.values() for note in case.notes],
            documents=[len(whole(document, keys, asta)) for document in Document.objects.all()],
        )


def first_case() -> CaseFile:
    """The one with the note of ``make``."""
    return CaseFile.objects.order_by("enquiry__number").first()


def whole(document: Document, keys: Keyring, by: User) -> bytes:
    from ombud.casework.actions.case_files.documents import read_document

    return b"".join(read_document(document.pk, keys=keys, by=by).pieces())


def erase(case: str) -> None:
    """What erasing does to keys and content, without the years that it waits for."""
    make_ready()
    destroy(UUID(case))
    delete_content(UUID(case))
    finish(UUID(case))


def save() -> None:
    """Save notes and new cases and erase old ones until killed; each is told when its saving was acknowledged."""
    asta, keys = keyring()
    with scope(Municipality.objects.get(code=OFFICE)):
        first = first_case()
        before = CaseFile.objects.exclude(pk=first.pk).get().pk
        tell(ready=True)
        for number in count():
            text = NoteText(on=DAY, text=f"note {number}")
            tell(note=str(write_note(case=first, text=text, keys=keys, by=asta).pk), text=text.text)
            case = new_case(keys, asta, f"case {number}").pk
            tell(case=str(case), title=f"case {number}")
            tell(erasing=str(before))
            destroy(before)
            delete_content(before)
            finish(before)
            before = case


def check() -> None:
    """After a kill: mend, then tell what opens, and whether both databases agree."""
    from django.utils import timezone

    from ombud.privacy.models import CaseKey

    make_ready()
    mended = reconcile_cases(timezone.now())
    again = reconcile_cases(timezone.now())
    asta, keys = keyring()
    with scope(Municipality.objects.get(code=OFFICE)):
        cases = {str(case.pk): text_of(case, keys).title for case in CaseFile.objects.all()}
        first = first_case()
        opened = read_case(first.pk, keys=keys, by=asta)
        tell(
            cases=cases,
            notes={str(note.id): note.text.text for note in opened.notes},
            rows=Note.objects.count(),
            without_key=[str(case) for case in mended.without_key],
            again=[again.destroyed_again, again.finished],
            keys=sorted(str(case) for case in CaseKey.objects.values_list("case", flat=True)),
        )


if __name__ == "__main__":
    {"make": make, "open": open_with, "erase": erase, "save": save, "check": check}[sys.argv[1]](*sys.argv[2:])
