"""The rows of a register as values: what a cell says, before it is asked what it means on its day."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ombud.casework.importing.cells import Once, Read, Trouble, answer, day, named, yes_no
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.problems import Problem
from ombud.casework.importing.progress import Report
from ombud.casework.importing.registrations.fields import DAYS, ENQUIRERS, FLAGS, NAMED, ROLES, WITHIN
from ombud.casework.importing.registrations.numbering import read_number, read_year
from ombud.casework.importing.registrations.set_up import SetUp
from ombud.casework.importing.table import Table

ROWS_BETWEEN = 2_000


@dataclass(slots=True)
class RegisterRow:
    """``values`` by field; a blank cell is "", None or (). ``is_sound`` is False when a cell could not be used."""

    row: int
    values: dict[str, Any]
    is_sound: bool = True


def read_rows(table: Table, set_up: SetUp, parsed: Parsed, progress: Report) -> list[RegisterRow]:
    """Every row of the table; cells that cannot be used become problems of ``parsed``."""
    readers = _readers(set_up, table.date1904)
    columns = [(name, heading, Once(readers[name])) for name, heading in table.places.items()]
    found = []
    total = len(table.rows)
    for place, (number, cells) in enumerate(table.rows):
        values = {name: once[cells[heading]] for name, heading, once in columns}
        row = RegisterRow(number, values)
        for name, value in values.items():
            if value.__class__ is Trouble:
                row.is_sound = False
                refuse(parsed, table, row, name, value)
        found.append(row)
        if place % ROWS_BETWEEN == 0:
            progress(place, total)
    return found


def refuse(parsed: Parsed, table: Table, row: RegisterRow, name: str, trouble: Trouble) -> None:
    """Note what is wrong with a field of a row, with the letter of its column where it has one."""
    field = name if table.field_has_names(name) else ""
    parsed.problems.add(Problem(table.place(row.row, name), trouble.message, trouble.value, field, trouble.suggestions))


def _readers(set_up: SetUp, date1904: bool) -> dict[str, Read]:
    unknown = {
        "type": _("The type “%(name)s” is not known."),
        "channel": _("The channel “%(name)s” is not known."),
        "department": _("The department “%(name)s” is not known."),
        "theme": _("The theme “%(name)s” is not known."),
        "subtheme": _("The subtheme “%(name)s” is not known."),
    }
    readers: dict[str, Read] = {
        "number": read_number,
        "year": read_year,
        "type": named(set_up.types, unknown["type"]),
        "department": named(set_up.departments, unknown["department"]),
        "theme": named(set_up.tops, unknown["theme"]),
        "subtheme": named(set_up.themes, unknown["subtheme"]),
        "role": answer(ROLES, _("“%(text)s” is neither a main matter nor a follow-on matter.")),
        "enquirer": answer(ENQUIRERS, _("“%(text)s” is neither a person, a company nor an association.")),
        "within_mandate": answer(WITHIN, _("“%(text)s” is neither yes nor no.")),
        "anonymous": yes_no,
        "open_advice": yes_no,
    }
    readers |= dict.fromkeys(DAYS, day(date1904)) | dict.fromkeys(FLAGS, yes_no)
    return readers | dict.fromkeys(set(NAMED) - {"type"}, named(set_up.channels, unknown["channel"]))
