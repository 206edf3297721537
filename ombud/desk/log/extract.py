"""What a citizen is told of the log: who in which role looked at or changed the case, when, and for what purpose."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ombud.audit.models import Event
from ombud.desk.log.cases import OpenedCases
from ombud.desk.log.people import People
from ombud.desk.log.sentences import sentence
from ombud.desk.log.told import purpose_label, role_label
from ombud.privacy.keyring import Keyring

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would reckon out."""


@dataclass(frozen=True, repr=False)
class Row:
    """One act. ``what`` tells it with a name or with the role alone, as was chosen."""

    at: datetime
    number: str
    what: str
    role: str
    purpose: str


def extract(events: Sequence[Event], *, keys: Keyring, office: str, with_names: bool) -> list[Row]:
    """The rows of the cases that the reader may open, the oldest first; lines of other cases are left out."""
    people = People(events) if with_names else Roles(events)
    cases = OpenedCases(events, keys, office)
    return [
        Row(
            at=event.at,
            number=case.number,
            what=sentence(event, people),
            role=role_label(event.role),
            purpose=purpose_label(event.purpose),
        )
        for event in sorted(events, key=lambda one: one.position)
        if (case := cases.case(event)) is not None
    ]


class Roles(People):
    """Whoever acted is told by role, never by name."""

    def who(self, event: Event) -> str:
        return role_label(event.role) or _("Somebody in the office")

    def name(self, key: str) -> str:
        return _("somebody in the office")


def as_csv(rows: Sequence[Row]) -> bytes:
    """Semicolons and a byte order mark: what a Danish spreadsheet opens without asking. No cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Time"), _("Case"), _("What happened"), _("Role"), _("Purpose")])
    for row in rows:
        moment = date_format(localtime(row.at), "Y-m-d H:i")
        writer.writerow([plain(cell) for cell in (moment, row.number, row.what, row.role, row.purpose)])
    return text.getvalue().encode("utf-8-sig")


def plain(cell: str) -> str:
    """A cell that a spreadsheet shows as the text it is."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
