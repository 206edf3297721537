"""One enquiry out of its rows, or the reasons why not."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ombud.casework.importing.cells import Trouble
from ombud.casework.importing.comparison import Draft, State
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.in_force import entry_on
from ombud.casework.importing.names import Unknown
from ombud.casework.importing.registrations.fields import DAYS, ENQUIRY_FIELDS, FLAGS, NAMED
from ombud.casework.importing.registrations.grouping import Group
from ombud.casework.importing.registrations.placing import theme_of
from ombud.casework.importing.registrations.rows import RegisterRow, refuse
from ombud.casework.importing.registrations.set_up import SetUp
from ombud.casework.importing.table import Table
from ombud.casework.words import WORDS
from ombud.core.workflow import registration as rules

BLANK: tuple[Any, ...] = ("", None, ())
FIRST_DAY = f"{rules.EARLIEST_YEAR}-01-01"
DEFAULTS = {"anonymous": False, "open_advice": False, "enquirer": "person"}


class Drafting:
    """Turns groups into drafts; what the same names mean on the same day is looked up once."""

    def __init__(self, table: Table, set_up: SetUp, parsed: Parsed, today: date) -> None:
        self.table, self.set_up, self.parsed = table, set_up, parsed
        self.today = today.isoformat()
        self.fields = [name for name in ENQUIRY_FIELDS if name in table.places]
        self.flags = [name for name in FLAGS if name in table.places]
        self.has_department = "department" in table.places
        self.has_theme = "subtheme" in table.places
        self._meant: dict[tuple[Any, ...], Any] = {}

    def draft(self, group: Group) -> None:
        """Add the group's draft to ``parsed``, or its problems."""
        if not group.is_sound:
            return
        before = len(self.parsed.problems.found)
        values = self._enquiry_values(group)
        rows = self._main_first(group)
        received = values.get("received_on") or ""
        if not received:
            self._refuse(group.rows[0], "received_on", _("The day it was received is missing."))
        self._check_days(group.rows[0], values)
        if len(self.parsed.problems.found) > before:
            return
        state = self._state(group.rows[0], values, received)
        state["matters"] = [self._matter(row, received) for row in rows]
        if len(self.parsed.problems.found) == before:
            self.parsed.drafts.append(Draft(state, group.rows[0].row, group.number))

    def _enquiry_values(self, group: Group) -> dict[str, Any]:
        """What the rows say together: a blank cell agrees with everything."""
        first, *others = group.rows
        if not others:
            return first.values
        values = dict(first.values)
        said_by = dict.fromkeys(self.fields, first)
        for row in others:
            for name in self.fields:
                value = row.values[name]
                if value in BLANK or value == values[name]:
                    continue
                if values[name] in BLANK:
                    values[name], said_by[name] = value, row
                else:
                    self._disagree(group, said_by[name], row, name)
        return values

    def _disagree(self, group: Group, one: RegisterRow, other: RegisterRow, name: str) -> None:
        label = self.table.label(name)
        if group.number is None:
            message = _("“%(field)s” is different in row %(row)d, which is the same enquiry.")
            text = message % {"field": label, "row": one.row}
        else:
            message = _("The number %(number)s stands in row %(row)d as well, with a different “%(field)s”.")
            number = f"{group.number[0]}/{group.number[1]}"
            text = message % {"number": number, "row": one.row, "field": label}
        self._refuse(other, name, text)

    def _main_first(self, group: Group) -> list[RegisterRow]:
        """The main row, then the others in their order. Without a stated role the first row is the main one."""
        if "role" not in self.table.places:
            return group.rows
        mains = [row for row in group.rows if row.values["role"] == "main"]
        if len(mains) > 1:
            message = _("Row %(row)d is already the main matter of this enquiry. There can be only one.")
            self._refuse(mains[1], "role", message % {"row": mains[0].row})
        if not mains and group.rows[0].values["role"] == "follow_on":
            self._refuse(group.rows[0], "role", _("This enquiry has no main matter."))
        main = mains[0] if mains else group.rows[0]
        return [main, *(row for row in group.rows if row is not main)]

    def _check_days(self, row: RegisterRow, values: dict[str, Any]) -> None:
        """The common case is a few comparisons of ISO texts; only a breach asks the rule for its reason."""
        received, today = values.get("received_on") or "", self.today
        closed, finished = values.get("closed_on") or received, values.get("finished_on") or received
        if (
            FIRST_DAY <= received <= today
            and received <= closed <= today
            and received <= finished <= today
            and (values.get("events_on") or "") <= received
        ):
            return
        days = {name: date.fromisoformat(values[name]) if values.get(name) else None for name in DAYS}
        received_on = days["received_on"]
        dates: dict[str, Any] = {"received_on": received_on, "words": WORDS}
        now = date.fromisoformat(today)
        if received_on is not None:
            self._refuse(row, "received_on", rules.why_not_received(today=now, **dates))
        self._refuse(row, "closed_on", rules.why_not_closed(closed_on=days["closed_on"], today=now, **dates))
        finished_on = days["finished_on"]
        self._refuse(row, "finished_on", rules.why_not_finished(finished_on=finished_on, today=now, **dates))
        self._refuse(row, "events_on", rules.why_not_happened(events_on=days["events_on"], **dates))

    def _state(self, row: RegisterRow, values: dict[str, Any], received: str) -> State:
        state: State = {}
        for name in self.fields:
            value = values[name]
            if name in NAMED:
                value = self._key(row, name, value, received)
            elif value in BLANK:
                value = DEFAULTS.get(name)
            state[name] = value
        if "first_channel" not in state and "primary_channel" in state:
            state["first_channel"] = state["primary_channel"]
        elif "primary_channel" not in state and "first_channel" in state:
            state["primary_channel"] = state["first_channel"]
        return state

    def _matter(self, row: RegisterRow, received: str) -> State:
        matter: State = {}
        if self.has_department:
            matter["department"] = self._key(row, "department", row.values["department"], received)
            if matter["department"] is None and row.is_sound:
                self.parsed.warn(_("rows without a department: counted as not stated"))
        if self.has_theme:
            tops, subthemes = row.values.get("theme", ()), row.values["subtheme"]
            asked = (id(tops), id(subthemes), received)
            known = self._meant.get(asked)
            matter["theme"] = (
                known
                if known.__class__ is int
                else self._meaning(row, "subtheme", asked, lambda: theme_of(self.set_up, tops, subthemes, received))
            )
            if matter["theme"] is None and row.is_sound:
                self.parsed.warn(_("rows without a subtheme: counted as not stated"))
        for name in self.flags:
            matter[name] = bool(row.values[name])
        return matter

    def _key(self, row: RegisterRow, name: str, entries: Any, received: str) -> int | None:
        if not entries:
            return None
        asked = (id(entries), received)
        known = self._meant.get(asked)
        if known.__class__ is int:
            return known
        successors = self.set_up.successors if name == "department" else None
        found: int | None = self._meaning(row, name, asked, lambda: entry_on(entries, received, successors).key)
        return found

    def _meaning(self, row: RegisterRow, name: str, asked: tuple[Any, ...], look: Callable[[], Any]) -> Any:
        """What the same question found before. The entries live as long as the cells' cache, so ids are safe."""
        if asked not in self._meant:
            try:
                self._meant[asked] = look()
            except Unknown as unknown:
                self._meant[asked] = Trouble(unknown.message, unknown.value, unknown.suggestions)
        found = self._meant[asked]
        if found.__class__ is Trouble:
            row.is_sound = False
            refuse(self.parsed, self.table, row, name, found)
            return None
        return found

    def _refuse(self, row: RegisterRow, name: str, message: str) -> None:
        if message:
            refuse(self.parsed, self.table, row, name, Trouble(message))
