"""The importer of a register of appeal decisions. It has no numbers: a decision is known by its content."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ombud.appeals.importing.fields import FIELDS
from ombud.appeals.importing.reading import Reading
from ombud.appeals.importing.set_up import SetUp, read_set_up
from ombud.appeals.importing.writing import write_changes, write_decisions
from ombud.appeals.models import AppealDecision, AppealRemark
from ombud.casework.importing.comparison import Comparison, Draft, Known, Pair, State
from ombud.casework.importing.engine import RegisterImporter
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.pairing import FileWins, content_keys, pair_by_content
from ombud.casework.importing.progress import Report
from ombud.casework.importing.table import Table
from ombud.casework.models import Source
from ombud.core.dates import date_text
from ombud.identity.models import User
from ombud.tenancy.scope import current_id


class Appeals(RegisterImporter):
    """Decisions with their remarks."""

    kind = "appeals"
    fields = FIELDS

    def __init__(self) -> None:
        self.set_up: SetUp | None = None

    def parse(self, table: Table, values: dict[str, dict[str, str]], progress: Report) -> Parsed:
        self.set_up = read_set_up(values)
        parsed = Reading(table, self.set_up).read(progress)
        content_keys(parsed.drafts)
        return parsed

    def compare(self, drafts: Sequence[Draft], file_wins: FileWins) -> Comparison:
        fields = list(drafts[0].state) if drafts else []
        return pair_by_content(drafts, known_decisions(fields), day="received_on", file_wins=file_wins)

    def write_new(self, drafts: Sequence[Draft], source: Source) -> None:
        write_decisions(drafts, source)

    def write_pairs(self, pairs: Sequence[Pair], by: User | None) -> None:
        assert self.set_up is not None
        write_changes(pairs, self.set_up, by)

    def label(self, draft: Draft) -> str:
        return date_text(date.fromisoformat(draft.state["received_on"]), get_language() or "da")

    def said(self, name: str, value: Any) -> str:
        assert self.set_up is not None
        if name == "remarks":
            return "; ".join(self.set_up.name_of(name, key) for key in value or ())
        if value is None or value == "":
            return _("Not stated")
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if name in ("received_on", "decided_on"):
            return date_text(date.fromisoformat(value), get_language() or "da")
        if name == "result":
            return str(AppealDecision.Result(value).label)
        return self.set_up.name_of(name, value)


def known_decisions(fields: Sequence[str]) -> list[Known]:
    """The decisions that earlier imports made, with the fields that the file has."""
    remarks: dict[int, list[int]] = defaultdict(list)
    rows = AppealRemark.objects.filter(municipality_id=current_id()).order_by("theme_id")
    for decision, theme in rows.values_list("decision_id", "theme_id"):
        remarks[decision].append(theme)
    plain = [name for name in fields if name != "remarks"]
    columns = [f"{name}_id" if name in ("board", "department") else name for name in plain]
    known = []
    imported = AppealDecision.objects.exclude(import_key="").order_by("pk")
    for pk, base, key, received, *values in imported.values_list(
        "pk", "imported_state", "import_key", "received_on", *columns
    ):
        state: State = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in zip(plain, values, strict=True)
        }
        if "remarks" in fields:
            state["remarks"] = remarks[pk]
        known.append(Known(pk, date_text(received, get_language() or "da"), state, base, key))
    return known
