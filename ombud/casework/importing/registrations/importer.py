"""The importer of a register of enquiries."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ombud.casework.importing.comparison import Comparison, Draft, Known, Pair
from ombud.casework.importing.engine import RegisterImporter
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.pairing import FileWins, content_keys, pair_by_content, pair_by_number
from ombud.casework.importing.progress import Report
from ombud.casework.importing.registrations.drafting import Drafting
from ombud.casework.importing.registrations.fields import DAYS, FIELDS
from ombud.casework.importing.registrations.grouping import group_rows
from ombud.casework.importing.registrations.known import known_enquiries
from ombud.casework.importing.registrations.rows import read_rows
from ombud.casework.importing.registrations.set_up import SetUp, read_set_up
from ombud.casework.importing.registrations.writing import write_changes, write_enquiries
from ombud.casework.importing.table import Table
from ombud.casework.models import Enquiry, Source
from ombud.core.dates import date_text
from ombud.identity.models import User


class Registrations(RegisterImporter):
    """One object reads one file: it keeps the names of the set-up between parsing and writing."""

    kind = "registrations"
    fields = FIELDS

    def __init__(self) -> None:
        self.set_up: SetUp | None = None

    def parse(self, table: Table, values: dict[str, dict[str, str]], progress: Report) -> Parsed:
        self.set_up = read_set_up(values)
        parsed = Parsed([])
        rows = read_rows(table, self.set_up, parsed, progress)
        groups = group_rows(table, rows, parsed)
        drafting = Drafting(table, self.set_up, parsed, timezone.localdate())
        for group in groups:
            drafting.draft(group)
        if "number" not in table.places:
            content_keys(parsed.drafts)
        return parsed

    def compare(self, drafts: Sequence[Draft], file_wins: FileWins) -> Comparison:
        if not drafts:
            return Comparison([], [], [])
        state = drafts[0].state
        fields = [name for name in state if name != "matters"]
        matter_fields = list(state["matters"][0])
        if drafts[0].number is None:
            known: list[Known] = list(known_enquiries(fields, matter_fields, None).values())
            return pair_by_content(drafts, known, day="received_on", file_wins=file_wins)
        numbers = {draft.number for draft in drafts if draft.number is not None}
        return pair_by_number(drafts, known_enquiries(fields, matter_fields, numbers), file_wins=file_wins)

    def write_new(self, drafts: Sequence[Draft], source: Source) -> None:
        assert self.set_up is not None
        write_enquiries(drafts, source, self.set_up)

    def write_pairs(self, pairs: Sequence[Pair], by: User | None) -> None:
        assert self.set_up is not None
        write_changes(pairs, self.set_up, by)

    def label(self, draft: Draft) -> str:
        return f"{draft.number[0]}/{draft.number[1]}" if draft.number else ""

    def said(self, name: str, value: Any) -> str:
        field = name.rsplit(".", 1)[-1]
        if field == "matters":
            return str(len(value) if isinstance(value, list) else value)
        if value is None or value == "":
            return _("Not stated")
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if field in DAYS:
            return date_text(date.fromisoformat(value), get_language() or "da")
        if field == "enquirer":
            return str(Enquiry.Enquirer(value).label)
        assert self.set_up is not None
        return self.set_up.name_of(field, value)
