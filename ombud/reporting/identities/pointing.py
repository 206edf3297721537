"""How many enquired in a department and some months: whether a case box that tells more can point at one of them."""

from datetime import date
from functools import cache

from ombud.casework.models import Matter
from ombud.core.identities.combinations import Count, Selection
from ombud.offices.models import Department, DepartmentAlias


def count_between(first: date, last: date) -> Count:
    """Counts the enquiries of the municipality in scope received from ``first`` to ``last`` that concern a department,
    its units among them. Where none came in the months told, what is told of happened before: then those of all the
    period count. None for a name that is no department's, and where nothing is registered at all.
    """
    by_name = _by_name()

    @cache
    def count(selection: Selection) -> int | None:
        departments = by_name.get(selection.department)
        if departments is None:
            return None
        found = Matter.objects.filter(department__in=departments, enquiry__received_on__range=(first, last))
        enquiries = found.values("enquiry").distinct()
        then = enquiries.filter(enquiry__received_on__month__in=selection.months).count() if selection.months else 0
        return then or enquiries.count() or None

    return count


def _by_name() -> dict[str, set[int]]:
    departments = list(Department.objects.all())
    below: dict[int, set[int]] = {one.pk: {one.pk} for one in departments}
    parents = {one.pk: one.parent_id for one in departments}
    for one in departments:
        above, seen = one.parent_id, {one.pk}
        while above is not None and above not in seen:
            below.setdefault(above, set()).add(one.pk)
            seen.add(above)
            above = parents.get(above)
    names = {name: below[one.pk] for one in departments for name in (one.name, one.name_en) if name}
    return {name: below[pk] for name, pk in DepartmentAlias.objects.values_list("name", "department")} | names
