"""Departments with their units, aliases, predecessors and groups."""

from datetime import timedelta
from typing import Any

from ombud.core.profile.fields import as_day
from ombud.offices.models import Department, DepartmentAlias, DepartmentGroup, Succession

ONE_DAY = timedelta(days=1)


def make_departments(data: dict[str, Any]) -> None:
    entries = data.get("departments", [])
    rows = {entry["key"]: _row(entry, index) for index, entry in enumerate(entries)}
    for entry in entries:
        row = rows[entry["key"]]
        if entry.get("parent"):
            row.parent = rows[entry["parent"]]
            row.save(update_fields=["parent"])
        for alias in entry.get("aliases", []):
            DepartmentAlias.objects.create(department=row, name=alias)
        for key in entry.get("predecessors", []):
            _succeed(rows[key], row)
    for order, group in enumerate(data.get("department_groups", []), 1):
        made = DepartmentGroup.objects.create(name=group["name"], name_en=group.get("name_en", ""), order=order)
        made.departments.set([rows[key] for key in group["departments"]])


def _row(entry: dict[str, Any], index: int) -> Department:
    row: Department = Department.objects.create(
        name=entry["name"],
        name_en=entry.get("name_en", ""),
        order=entry.get("order", index + 1),
        starts_on=as_day(entry.get("starts_on")),
        ends_on=as_day(entry.get("ends_on")),
        outside=entry.get("outside", False),
        note=entry.get("note", ""),
        note_en=entry.get("note_en", ""),
        appeal_copies=entry.get("appeal_copies", False),
    )
    return row


def _succeed(predecessor: Department, successor: Department) -> None:
    """The predecessor ends the day before, unless the profile gives it another last day."""
    Succession.objects.create(predecessor=predecessor, successor=successor, on=successor.starts_on)
    if predecessor.ends_on is None and successor.starts_on is not None:
        predecessor.ends_on = successor.starts_on - ONE_DAY
        predecessor.save(update_fields=["ends_on"])
