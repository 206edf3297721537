"""The municipality's own names, read once for the whole file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ombud.casework.importing.names import Entry, Names
from ombud.offices.models import Channel, Department, DepartmentAlias, EnquiryType, Mandate, Succession, Theme

OPEN_END = "9"
"""Later than every day as ISO text."""


@dataclass(frozen=True)
class SetUp:
    """``themes`` are subthemes and details, ``tops`` the themes above; ``top_of`` leads from one to the other."""

    departments: Names
    successors: Mapping[int, Entry]
    themes: Names
    tops: Names
    top_of: Mapping[int, int]
    types: Names
    channels: Names
    mandates: tuple[tuple[str, str, int], ...]

    def name_of(self, field: str, key: int) -> str:
        """The Danish name behind a key of the field; the key itself when it is not known."""
        own = {"department": self.departments, "theme": self.themes, "type": self.types}.get(field, self.channels)
        entry = own.entries.get(key)
        return entry.name if entry else str(key)

    def mandate_on(self, on: str) -> int | None:
        """The key of the mandate in force on the day; the later one where two are."""
        return next((key for starts, ends, key in self.mandates if starts <= on <= ends), None)


def read_set_up(values: Mapping[str, Mapping[str, str]]) -> SetUp:
    """``values`` maps a field's folded values to keys, as the municipality chose by hand."""
    departments = department_names(values)
    rows = list(Theme.objects.select_related("taxonomy"))
    parents = {row.pk: row.parent_id for row in rows}
    placed, tops = [row for row in rows if row.parent_id], [row for row in rows if not row.parent_id]
    mandates = [(_start(row), _end(row), row.pk) for row in Mandate.objects.all()]
    return SetUp(
        departments=departments,
        successors=only_successors(departments),
        themes=Names(map(_theme_entry, placed), values.get("subtheme", {})),
        tops=Names(map(_theme_entry, tops), values.get("theme", {})),
        top_of={row.pk: _top(row.pk, parents) for row in placed},
        types=Names(map(_aliased, EnquiryType.objects.all()), values.get("type", {})),
        channels=Names(
            map(_aliased, Channel.objects.all()),
            {**values.get("first_channel", {}), **values.get("primary_channel", {})},
        ),
        mandates=tuple(sorted(mandates, reverse=True)),
    )


def department_names(values: Mapping[str, Mapping[str, str]]) -> Names:
    """Departments and sub-units by name, English name and alias."""
    aliases: dict[int, list[str]] = {}
    for department, name in DepartmentAlias.objects.values_list("department_id", "name"):
        aliases.setdefault(department, []).append(name)
    entries = [_entry(row, (row.name_en, *aliases.get(row.pk, []))) for row in Department.objects.all()]
    return Names(entries, values.get("department", {}))


def only_successors(departments: Names) -> dict[int, Entry]:
    """The department that took over, where only one did."""
    found: dict[int, list[int]] = {}
    for before, after in Succession.objects.values_list("predecessor_id", "successor_id"):
        found.setdefault(before, []).append(after)
    return {before: departments.entries[after[0]] for before, after in found.items() if len(after) == 1}


def _entry(row: Any, names: tuple[str, ...], starts: str = "", ends: str = OPEN_END) -> Entry:
    return Entry(row.pk, row.name, names, max(starts, _start(row)), min(ends, _end(row)))


def _aliased(row: Any) -> Entry:
    return _entry(row, (row.name_en, *row.aliases))


def _theme_entry(row: Theme) -> Entry:
    """A theme lives no longer than its version of the taxonomy."""
    return _entry(row, (row.name_en, *row.aliases), _start(row.taxonomy), _end(row.taxonomy))


def _start(row: Any) -> str:
    starts_on: date | None = row.starts_on
    return starts_on.isoformat() if starts_on else ""


def _end(row: Any) -> str:
    ends_on: date | None = row.ends_on
    return ends_on.isoformat() if ends_on else OPEN_END


def _top(key: int, parents: Mapping[int, int | None]) -> int:
    while (above := parents[key]) is not None:
        key = above
    return key
