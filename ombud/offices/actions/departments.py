"""What departments go through: other names, a last day, merging, splitting (R105-R109).

Old matters stay where they are.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.core.words import Words
from ombud.core.workflow.setup import why_not_end
from ombud.identity.models import User
from ombud.offices.actions.entries import add, change, log
from ombud.offices.models import Department, DepartmentAlias, Succession
from ombud.offices.queries.departments import by_name
from ombud.offices.queries.use import use_of

WORDS: Words = translation
ONE_DAY = timedelta(days=1)


@transaction.atomic
def set_aliases(*, department: Department, names: Iterable[str], by: User | None) -> None:
    """The other names of a department, instead of those it had. Raises ValidationError for a name in use elsewhere."""
    wanted = {name.strip(): None for name in names if name.strip() and name.strip() != department.name}
    known = by_name()
    for name in wanted:
        owner = known.get(name.casefold())
        if owner is not None and owner.pk != department.pk:
            message = _("“%(name)s” already stands for %(department)s.")
            raise ValidationError({"aliases": message % {"name": name, "department": owner}})
    before = list(department.aliases.order_by("name").values_list("name", flat=True))
    department.aliases.exclude(name__in=wanted).delete()
    for name in wanted:
        DepartmentAlias.objects.get_or_create(department=department, name=name)
    if sorted(wanted) != sorted(before):
        log("changed", department, by, {"aliases": [before, sorted(wanted)]})


@transaction.atomic
def retire(*, department: Department, last_day: date, by: User | None) -> Department:
    """The last day of a department and its units. Refused when something was registered later."""
    reason = why_not_end(last_day=last_day, use=use_of(department), words=WORDS)
    if reason:
        raise ValidationError({"on": f"{department}: {reason}"})
    for unit in Department.objects.filter(parent=department):
        if unit.ends_on is None or unit.ends_on > last_day:
            retire(department=unit, last_day=last_day, by=by)
    ended: Department = change(row=department, values={"ends_on": last_day}, by=by)
    return ended


@transaction.atomic
def merge(
    *,
    departments: Sequence[Department],
    on: date,
    by: User | None,
    name: str = "",
    name_en: str = "",
    into: Department | None = None,
) -> Department:
    """From the day on, one department does the work of several: a new one called ``name``, or ``into``.

    The others end the day before and keep their matters; the succession is dated, so that old figures can be shown
    under the new name as well (R108).
    """
    ending = [department for department in departments if into is None or department.pk != into.pk]
    if len({department.pk for department in departments} | {into.pk if into else None} - {None}) < 2:
        raise ValidationError({"departments": _("Choose at least two departments.")})
    if any(department.parent_id for department in [*ending, *([into] if into else [])]):
        raise ValidationError({"departments": _("Sub-units are merged by moving them.")})
    if into is None:
        values = _inherited(ending, name=name, name_en=name_en, on=on)
        into = add(model=Department, values=values, by=by)
    assert into is not None
    for department in ending:
        retire(department=department, last_day=on - ONE_DAY, by=by)
        _succeed(department, into, on, by)
    return into


@transaction.atomic
def split(*, department: Department, names: Sequence[str], on: date, by: User | None) -> list[Department]:
    """From the day on, several new departments do the work of one, which ends the day before."""
    if len(set(names)) < 2:
        raise ValidationError({"names": _("Write at least two names, one a line.")})
    retire(department=department, last_day=on - ONE_DAY, by=by)
    made = []
    for name in names:
        values = _inherited([department], name=name, name_en="", on=on) | {"parent": department.parent}
        successor = add(model=Department, values=values, by=by)
        _succeed(department, successor, on, by)
        made.append(successor)
    return made


@transaction.atomic
def move(*, unit: Department, parent: Department | None, on: date, by: User | None) -> Department:
    """From the day on, a unit belongs elsewhere. With matters before that day it gets a successor under the new parent,
    so that the old matters count where they did; without any it is simply moved.
    """
    if use_of(unit) is None:
        moved: Department = change(row=unit, values={"parent": parent}, by=by)
        return moved
    retire(department=unit, last_day=on - ONE_DAY, by=by)
    name = unit.name
    # The name goes with the work; the old row keeps its figures under a name that tells until when.
    change(row=unit, values={"name": _until(name, on - ONE_DAY)}, by=by)
    DepartmentAlias.objects.filter(department=unit, name=name).delete()
    values = _inherited([unit], name=name, name_en=unit.name_en, on=on) | {"parent": parent}
    successor: Department = add(model=Department, values=values, by=by)
    _succeed(unit, successor, on, by)
    return successor


def _until(name: str, last_day: date) -> str:
    return (_("%(name)s (until %(year)d)") % {"name": name[:90], "year": last_day.year})[:120]


def _inherited(departments: Sequence[Department], *, name: str, name_en: str, on: date) -> dict[str, Any]:
    """What a successor takes over from those before it."""
    return {
        "name": name.strip(),
        "name_en": name_en.strip(),
        "starts_on": on,
        "order": min(department.order for department in departments),
        "outside": all(department.outside for department in departments),
        "appeal_copies": any(department.appeal_copies for department in departments),
    }


def _succeed(predecessor: Department, successor: Department, on: date, by: User | None) -> None:
    succession = Succession.objects.create(predecessor=predecessor, successor=successor, on=on)
    log("succeeded", predecessor, by, {"successor": [None, str(succession.successor)], "on": [None, on.isoformat()]})
