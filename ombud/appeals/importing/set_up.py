"""The names an appeal register can use."""

from collections.abc import Mapping
from dataclasses import dataclass

from ombud.appeals.models import AppealBoard, RemarkTheme
from ombud.casework.importing.names import Entry, Names
from ombud.casework.importing.registrations.set_up import department_names, only_successors


@dataclass(frozen=True)
class SetUp:
    """Boards, departments with who succeeded them, and the themes of remarks."""

    boards: Names
    departments: Names
    successors: Mapping[int, Entry]
    remarks: Names

    def name_of(self, field: str, key: int) -> str:
        """The Danish name behind a key of the field."""
        names = {"board": self.boards, "department": self.departments}.get(field, self.remarks)
        entry = names.entries.get(key)
        return entry.name if entry else str(key)


def read_set_up(values: Mapping[str, Mapping[str, str]]) -> SetUp:
    """``values`` is what the municipality mapped by hand."""
    departments = department_names(values)
    return SetUp(
        boards=Names(map(_entry, AppealBoard.objects.all()), values.get("board", {})),
        departments=departments,
        successors=only_successors(departments),
        remarks=Names(map(_entry, RemarkTheme.objects.all()), values.get("remarks", {})),
    )


def _entry(row: AppealBoard | RemarkTheme) -> Entry:
    return Entry(row.pk, row.name, (row.name_en, *row.aliases))
