"""The dimensions of the organisation: departments as they count, and their sub-units (R105-R110)."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ombud.core.statistics.facts import Dimension, Member, dimension
from ombud.core.words import Words
from ombud.offices.models import Department
from ombud.reporting.facts.naming import local, overlaps


@dataclass(frozen=True)
class Organisation:
    """``tops`` and ``units`` translate a department's id to its key in the two dimensions."""

    department: Dimension
    unit: Dimension
    appeal_department: Dimension
    tops: Mapping[Hashable, str]
    units: Mapping[Hashable, str]


def organisation(first: date, last: date, words: Words, heading: str) -> Organisation:
    """All departments in their order; those in force on a day of the period are listed also when nothing is counted.
    ``heading`` is the municipality's word for a department.
    """
    rows = list(
        Department.objects.values(
            "pk", "name", "name_en", "parent_id", "outside", "note", "note_en", "starts_on", "ends_on", "appeal_copies"
        )
    )
    parents = {row["pk"]: row["parent_id"] for row in rows}
    tops = {pk: _top(pk, parents) for pk in parents}
    of_period = {row["pk"] for row in rows if overlaps(row, first, last)}
    language = words.get_language()
    top_rows = [row for row in rows if row["parent_id"] is None]
    not_stated = words.gettext("Not stated")

    def members(some: list[dict[str, Any]], current: set[int]) -> list[Member]:
        return [
            Member(str(row["pk"]), local(row, language), "", local(row, language, "note"), row["pk"] in current)
            for row in some
        ]

    department = dimension("department", heading, members(top_rows, of_period), not_stated=not_stated)
    sending = {row["pk"] for row in rows if row["appeal_copies"]} & of_period
    appeal_department = dimension("department", heading, members(top_rows, sending), not_stated=not_stated)
    below = [
        Member(str(row["pk"]), local(row, language), str(tops[row["pk"]]), is_current=row["pk"] in of_period)
        for row in rows
        if row["parent_id"] is not None
    ]
    unit = dimension("unit", words.gettext("Sub-unit"), below, not_stated=not_stated, parent=department)
    return Organisation(
        department,
        unit,
        appeal_department,
        {pk: str(top) for pk, top in tops.items()},
        {pk: "" if parents[pk] is None else str(pk) for pk in parents},
    )


def _top(pk: int, parents: Mapping[int, int | None]) -> int:
    above = parents[pk]
    while above is not None:
        pk, above = above, parents[above]
    return pk
