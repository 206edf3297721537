"""Departments by day, by place in the tree and by any of their names (R105-R112)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from ombud.offices.models import Department, DepartmentAlias, Succession
from ombud.offices.models.dated import in_force


def in_period(first: date, last: date) -> Q:
    """Rows in force on at least one day of the period."""
    return (Q(starts_on=None) | Q(starts_on__lte=last)) & (Q(ends_on=None) | Q(ends_on__gte=first))


def tops_in_period(first: date, last: date) -> "QuerySet[Department]":
    """Departments that count matters, in force on a day of the period, outside bodies included."""
    return Department.objects.filter(in_period(first, last), parent=None)


def departments_on(on: date) -> "QuerySet[Department]":
    """Departments and sub-units in which a matter received on the day can be placed."""
    return Department.objects.filter(in_force(on)).select_related("parent")


def units_of(department: Department) -> "QuerySet[Department]":
    """The sub-units right below a department."""
    return Department.objects.filter(parent=department)


def as_tree(departments: Iterable[Department]) -> list[tuple[Department, int]]:
    """The departments with their depth, each followed by its own sub-units. One whose parent is not among them stands
    at the top.
    """
    rows = list(departments)
    present = {row.pk for row in rows}
    children: dict[int | None, list[Department]] = {}
    for row in rows:
        children.setdefault(row.parent_id if row.parent_id in present else None, []).append(row)
    found: list[tuple[Department, int]] = []

    def add(parent: int | None, depth: int) -> None:
        for row in children.get(parent, []):
            found.append((row, depth))
            add(row.pk, depth + 1)

    add(None, 0)
    return found


def resolve_name(name: str, on: date | None = None) -> Department | None:
    """The department a register means by a name: its name, its English name or an alias, in small or capital letters.

    With a day, a department that has been succeeded gives way to its only successor of that day.
    """
    wanted = " ".join(name.split()).casefold()
    found = by_name().get(wanted)
    return found if on is None or found is None else successor_on(found, on)


def by_name() -> dict[str, Department]:
    """Every name and alias in small letters, with its department; a name goes before another's alias."""
    aliases = {a.name.casefold(): a.department for a in DepartmentAlias.objects.select_related("department__parent")}
    own = list(Department.objects.select_related("parent"))
    english = {row.name_en.casefold(): row for row in own if row.name_en}
    return english | aliases | {row.name.casefold(): row for row in own}


def successor_on(department: Department, on: date) -> Department:
    """Who does the department's work on the day: itself while it is in force, else its only successor, and so on."""
    seen = {department.pk}
    while not department.is_in_force(on):
        after = list(Succession.objects.filter(predecessor=department, on__lte=on).select_related("successor"))
        if len(after) != 1 or after[0].successor_id in seen:
            break
        department = after[0].successor
        seen.add(department.pk)
    return department
