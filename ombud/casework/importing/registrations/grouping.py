"""Which rows are one enquiry: those of the same number, or a main row with the follow-on rows below it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ombud.casework.importing.cells import Trouble
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.registrations.rows import RegisterRow, refuse
from ombud.casework.importing.table import Table

Number = tuple[int, int]


@dataclass(slots=True)
class Group:
    """The rows of one enquiry in the order of the file."""

    rows: list[RegisterRow]
    number: Number | None = None

    @property
    def is_sound(self) -> bool:
        return all(row.is_sound for row in self.rows)


def group_rows(table: Table, rows: list[RegisterRow], parsed: Parsed) -> list[Group]:
    """The enquiries in the order in which they first come."""
    return _by_number(table, rows, parsed) if "number" in table.places else _by_role(rows)


def _by_number(table: Table, rows: list[RegisterRow], parsed: Parsed) -> list[Group]:
    groups: dict[Number, Group] = {}
    above: Group | None = None
    for row in rows:
        number = _number(table, row, above, parsed)
        if number is None:
            continue
        above = groups.get(number)
        if above is None:
            above = groups[number] = Group([row], number)
        else:
            above.rows.append(row)
    return list(groups.values())


def _number(table: Table, row: RegisterRow, above: Group | None, parsed: Parsed) -> Number | None:
    """The number and year of a row. A follow-on row without a number belongs to the row above."""
    given = row.values["number"]
    if given.__class__ is Trouble:
        return None
    if given is None:
        if row.values.get("role") == "follow_on" and above is not None:
            return above.number
        _refused(table, row, parsed, _("The number is missing."))
        return None
    number, year = given
    stated, received = row.values.get("year"), row.values["received_on"]
    if stated.__class__ is int and year is not None and stated != year:
        _refused(table, row, parsed, _("The number and the column of the year do not say the same year."))
        return None
    year = year or (stated if stated.__class__ is int else None)
    if year is None and isinstance(received, str) and received:
        year = int(received[:4])
    if year is None and above is not None and above.number is not None and above.number[0] == number:
        year = above.number[1]
    if year is None:
        if row.is_sound:
            _refused(table, row, parsed, _("The year of the number is missing, and there is no day of receipt."))
            return None
        return None
    return number, year


def _refused(table: Table, row: RegisterRow, parsed: Parsed, message: str) -> None:
    row.is_sound = False
    refuse(parsed, table, row, "number", Trouble(message))


def _by_role(rows: list[RegisterRow]) -> list[Group]:
    groups: list[Group] = []
    for row in rows:
        if row.values.get("role") == "follow_on" and groups:
            groups[-1].rows.append(row)
        else:
            groups.append(Group([row]))
    return groups
