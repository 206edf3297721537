"""From the filled-in page to what the actions take."""

from dataclasses import dataclass
from typing import Any

from ombud.casework.actions.enquiries import MatterInput
from ombud.desk.enquiries.choices import NONE
from ombud.desk.enquiries.forms import ANSWERS, MatterForm
from ombud.desk.enquiries.sheet import Sheet
from ombud.offices.models import Department

_PLAIN = [
    "received_on",
    "events_on",
    "finished_on",
    "closed_on",
    "anonymous",
    "counted",
    "without_case",
    "same_citizen_as",
]


@dataclass(frozen=True)
class Reading:
    """``fields`` and ``matters`` for the action; ``places`` are the rows the matters came from."""

    fields: dict[str, Any]
    matters: list[MatterInput]
    places: list[int]


def read(sheet: Sheet) -> Reading:
    """What a valid sheet says. Rows that were added and left empty are no matters; the first always is one."""
    given, choices = sheet.form.cleaned_data, sheet.choices
    fields = {name: given[name] for name in _PLAIN}
    first = choices.channels.get(given["first_channel"])
    fields |= {
        "first_channel": first,
        "primary_channel": choices.channels.get(given["primary_channel"]) or first,
        "type": choices.types.get(given["type"]),
        "enquirer": given["enquirer"] or "person",
        "within_mandate": ANSWERS.get(given["within_mandate"]),
        "open_advice": given["open_advice"] or bool(first and first.is_open_advice),
    }
    if given["number"]:
        fields["number"], fields["year"] = given["number"]
    of_all = choices.departments.get(given["department"])
    places = [place for place, row in enumerate(sheet.matters) if place == 0 or not row.is_blank]
    return Reading(fields, [_matter(sheet, sheet.matters[place], of_all) for place in places], places)


def _matter(sheet: Sheet, row: MatterForm, of_all: Department | None) -> MatterInput:
    given, choices = row.cleaned_data, sheet.choices
    chosen = given["department"]
    own = None if chosen == NONE else choices.departments.get(chosen)
    return MatterInput(
        department=own if chosen else of_all,
        theme=choices.subthemes.get(given["theme"]),
        outside_themes=given["outside_themes"],
        coordination=given["coordination"],
        reminder=given["reminder"],
        tags=tuple(choices.tags[key] for key in given.get("tags", ())),
    )
