"""The case files of the example office: four stories that nobody has lived, opened as real ones are."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

STORIES = Path(__file__).parent / "example_cases.json"


def open_examples(keys: Any, by: Any) -> None:
    """Open them for the newest registrations of the municipality in scope, unless there are case files already."""
    from ombud.casework.models import CaseFile, Enquiry

    if CaseFile.objects.exists():
        return
    stories = json.loads(STORIES.read_text(encoding="utf-8"))
    newest = Enquiry.objects.filter(received_on__lte=date.today()).order_by("-received_on", "-pk")[: len(stories)]
    for enquiry, story in zip(newest, stories, strict=False):
        _open(enquiry, story, keys, by)


def _open(enquiry: Any, story: dict[str, Any], keys: Any, by: Any) -> None:
    from ombud.casework.actions.case_files.case import open_case
    from ombud.casework.actions.case_files.consents import give_consent
    from ombud.casework.actions.case_files.notes import write_note
    from ombud.casework.actions.case_files.parties import add_party
    from ombud.casework.contents.case import CaseText
    from ombud.casework.contents.consent import ConsentText
    from ombud.casework.contents.note import NoteText
    from ombud.casework.contents.party import PartyText, Relation

    def day(days: int) -> date:
        received: date = enquiry.received_on
        return min(received + timedelta(days=days), date.today())

    text = CaseText(story["title"], story["contact"], story["contact_note"])
    case = open_case(enquiry=enquiry, keys=keys, by=by, text=text)
    for party in story["parties"]:
        particulars = {name: value for name, value in party.items() if name != "relation"}
        relations = (Relation(party["relation"]),) if "relation" in party else ()
        add_party(case=case, text=PartyText(**particulars, relations=relations), keys=keys, by=by)
    for note in story["notes"]:
        said = NoteText(day(note["days"]), note["kind"], note["title"], note["text"])
        write_note(case=case, text=said, keys=keys, by=by)
    if consent := story.get("consent"):
        given = ConsentText(consent["scope"], day(consent["days"]), consent["form"], consent["to_whom"], anyone=True)
        give_consent(case=case, text=given, keys=keys, by=by)
