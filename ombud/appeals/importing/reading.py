"""The rows of a register of appeal decisions as drafts."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.appeals.importing.fields import REJECTED, RESULTS
from ombud.appeals.importing.remarks import remarks_reader
from ombud.appeals.importing.set_up import SetUp
from ombud.casework.importing.cells import Once, Read, Trouble, answer, day, named
from ombud.casework.importing.comparison import Draft, State
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.in_force import entry_on
from ombud.casework.importing.names import Unknown
from ombud.casework.importing.problems import Problem
from ombud.casework.importing.progress import Report
from ombud.casework.importing.table import Table
from ombud.casework.words import WORDS
from ombud.core.workflow import registration as rules

ROWS_BETWEEN = 2_000


class Reading:
    """Reads one table."""

    def __init__(self, table: Table, set_up: SetUp) -> None:
        self.table, self.set_up, self.parsed = table, set_up, Parsed([])
        self.today = timezone.localdate()
        readers = self._readers()
        self.columns = [(name, heading, Once(readers[name])) for name, heading in table.places.items()]

    def read(self, progress: Report) -> Parsed:
        """All rows."""
        for place, (row, cells) in enumerate(self.table.rows):
            before = len(self.parsed.problems.found)
            values = {name: once[cells[heading]] for name, heading, once in self.columns}
            for name, value in values.items():
                if value.__class__ is Trouble:
                    self._refuse(row, name, value)
            if len(self.parsed.problems.found) == before:
                state = self._state(row, values)
                if len(self.parsed.problems.found) == before:
                    self.parsed.drafts.append(Draft(state, row))
            if place % ROWS_BETWEEN == 0:
                progress(place, len(self.table.rows))
        return self.parsed

    def _readers(self) -> dict[str, Read]:
        return {
            "board": named(self.set_up.boards, _("The appeal board “%(name)s” is not known.")),
            "department": named(self.set_up.departments, _("The department “%(name)s” is not known.")),
            "received_on": day(self.table.date1904),
            "decided_on": day(self.table.date1904),
            "rejected": answer(REJECTED, _("“%(text)s” is neither rejected nor processed.")),
            "result": answer(RESULTS, _("“%(text)s” is not a result: confirmed, changed or remitted.")),
            "remarks": remarks_reader(self.set_up.remarks, _("The remark “%(name)s” is not known.")),
        }

    def _state(self, row: int, values: dict[str, Any]) -> State:
        received = values["received_on"]
        self._check(row, values)
        state: State = {"received_on": received, "board": self._board(row, values.get("board", ()))}
        for name in values:
            if name == "department":
                state[name] = self._department(row, values[name], received) if received else None
            elif name == "remarks":
                state[name] = list(values[name])
            elif name in ("rejected", "result"):
                state[name] = values[name] or (False if name == "rejected" else "")
            elif name == "decided_on":
                state[name] = values[name] or None
        return state

    def _check(self, row: int, values: dict[str, Any]) -> None:
        days = {
            name: date.fromisoformat(values[name]) if values.get(name) else None
            for name in ("received_on", "decided_on")
        }
        reasons = {
            "received_on": rules.why_not_received(received_on=days["received_on"], today=self.today, words=WORDS),
            "decided_on": rules.why_not_appealed(words=WORDS, **days),
            "remarks": rules.why_not_remarked(
                rejected=bool(values.get("rejected")), has_remarks=bool(values.get("remarks")), words=WORDS
            ),
        }
        for name, reason in reasons.items():
            if reason:
                self._refuse(row, name, Trouble(reason))

    def _board(self, row: int, entries: Any) -> int | None:
        """The board stated; the only one there is where none is stated."""
        found = entries or tuple(self.set_up.boards.entries.values())
        if len(found) == 1:
            key: int = found[0].key
            return key
        self._refuse(row, "board", Trouble(_("The appeal board is missing.")))
        return None

    def _department(self, row: int, entries: Any, received: str) -> int | None:
        if not entries:
            self.parsed.warn(_("rows without a department: counted as not stated"))
            return None
        try:
            return entry_on(entries, received, self.set_up.successors).key
        except Unknown as unknown:
            self._refuse(row, "department", Trouble(unknown.message, unknown.value, unknown.suggestions))
            return None

    def _refuse(self, row: int, name: str, trouble: Trouble) -> None:
        field = name if self.table.field_has_names(name) else ""
        place = self.table.place(row, name)
        self.parsed.problems.add(Problem(place, trouble.message, trouble.value, field, trouble.suggestions))
