"""Cases full of markers, by the actions on the settings of the product: ``python -m ...filling CASES VISITS``.

Prints as JSON what a visitor needs to make VISITS more cases on the pages. Everything is logged to standard error.
"""

import io
import json
import logging
import os
import sys
from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "ombud.config.settings"
import django

django.setup()
logging.getLogger().setLevel(logging.DEBUG)

from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from ombud.casework.actions.case_files.case import open_case  # noqa: E402
from ombud.casework.actions.case_files.consents import give_consent, withdraw_consent  # noqa: E402
from ombud.casework.actions.case_files.disclosures import disclose  # noqa: E402
from ombud.casework.actions.case_files.documents import add_document  # noqa: E402
from ombud.casework.actions.case_files.notes import write_note  # noqa: E402
from ombud.casework.actions.case_files.parties import add_party, show_cpr  # noqa: E402
from ombud.casework.actions.case_files.reading import read_case, search_cases  # noqa: E402
from ombud.casework.actions.case_files.rectifications import rectify, rectify_note, tell  # noqa: E402
from ombud.casework.actions.enquiries import MatterInput, register  # noqa: E402
from ombud.casework.contents.case import CaseText  # noqa: E402
from ombud.casework.contents.consent import ConsentText  # noqa: E402
from ombud.casework.contents.note import NoteText  # noqa: E402
from ombud.casework.contents.party import PartyText, Relation  # noqa: E402
from ombud.casework.models import CaseFile, Enquiry  # noqa: E402
from ombud.casework.queries.case_files.dossier import Chosen  # noqa: E402
from ombud.config.commands.installation import make_ready  # noqa: E402
from ombud.identity.models import User  # noqa: E402
from ombud.intake.actions.inbox import deliver  # noqa: E402
from ombud.intake.letter import Enclosure  # noqa: E402
from ombud.offices.models import Municipality  # noqa: E402
from ombud.privacy.keyring import Keyring  # noqa: E402
from ombud.tenancy.scope import scope  # noqa: E402
from tests.cast import make_cast  # noqa: E402
from tests.claims.markers.searching import CPR, STEM, packed_text  # noqa: E402
from tests.unlocked import PASSPHRASE, set_up_keys  # noqa: E402

DAY = date(2024, 4, 10)
_numbers = count(1)


def marked(what: str) -> str:
    """A marker of its own; all of them begin alike."""
    return f"{STEM}-{what}-{next(_numbers):06d}"


def documents() -> Iterator[tuple[str, bytes]]:
    yield marked("file") + ".txt", (marked("content") * 3000).encode()
    yield marked("file") + ".csv", marked("content").encode("utf-16")
    yield marked("file") + ".docx", packed_text()


def fill(case: CaseFile, keys: Keyring, by: User) -> None:
    """Everything that a case can hold."""
    everyone: dict[str, Any] = {"case": case, "keys": keys, "by": by}
    person = PartyText(
        name=marked("name"), cpr=CPR, address=marked("address"), phone=marked("phone"), mail=marked("mail"),
        contact_note=marked("safe"), relations=(Relation(marked("relation")),),
    )  # fmt: skip
    party = add_party(text=person, **everyone)
    show_cpr(party=party, purpose="casework", keys=keys, by=by)
    note = write_note(text=NoteText(on=DAY, title=marked("heading"), text=marked("note") * 100), **everyone)
    rectify_note(
        note=note, version=1, wording=NoteText(on=DAY, text=marked("put right")), why=marked("why"),
        recipients=[marked("recipient")], keys=keys, by=by,
    )  # fmt: skip
    wrong = rectify(
        on=DAY, stood=marked("stood"), right=marked("right"), why=marked("why"), recipients=[marked("who")], **everyone
    )
    tell(rectification=wrong, version=1, name=marked("who else"), on=DAY, how=marked("how"), keys=keys, by=by)
    files = [add_document(name=name, content=io.BytesIO(content), **everyone) for name, content in documents()]
    given = ConsentText(scope=marked("scope"), given_on=DAY, to_whom=marked("to whom"), document=str(files[0].pk))
    consent = give_consent(text=given, **everyone)
    disclose(
        on=DAY, recipient=marked("got it"), purpose=marked("purpose"), ground="consent", consent=consent,
        parts=[Chosen("note", str(note.pk)), Chosen("cpr", str(party.pk))], **everyone,
    )  # fmt: skip
    withdraw_consent(consent=consent, version=1, on=DAY, remark=marked("withdrawal"), keys=keys, by=by)
    read_case(case.pk, keys=keys, by=by)


def make(cases: int, visits: int) -> dict[str, Any]:
    make_ready()
    cast = make_cast()
    office: Municipality = cast.albertslund
    keys = set_up_keys(office, cast.asta)
    with scope(office):
        for _number in range(cases):
            text = CaseText(title=marked("title"), contact_note=marked("call"))
            fill(open_case(enquiry=registered(cast.asta), keys=keys, by=cast.asta, text=text), keys, cast.asta)
        search_cases(marked("sought"), municipality=office, keys=keys, by=cast.asta)
        enclosure = Enclosure(name=marked("enclosed"), media_type="text/plain", content=marked("enclosed").encode())
        deliver(
            municipality=office, text=marked("letter"), subject=marked("subject"), sender=marked("sender"),
            channel="command", files=[enclosure],
        )  # fmt: skip
        enquiries = [registered(cast.asta).pk for _number in range(visits)]
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(cast.asta)
    client.post(reverse("unlock"), {"passphrase": PASSPHRASE})
    cookies = {name: one.value for name, one in client.cookies.items()}
    return {"cookies": cookies, "enquiries": enquiries, "markers": next(_numbers) - 1}


def registered(by: User) -> Enquiry:
    return register(by=by, received_on=DAY, matters=[MatterInput(None, None)])


if __name__ == "__main__":
    print(json.dumps(make(int(sys.argv[1]), int(sys.argv[2]))))
