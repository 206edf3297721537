"""The register as states, read in two queries."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from ombud.casework.importing.comparison import Known, State
from ombud.casework.importing.registrations.fields import DAYS, NAMED
from ombud.casework.models import Enquiry, Matter
from ombud.tenancy.scope import current_id


def known_enquiries(
    fields: Collection[str], matter_fields: Collection[str], numbers: Collection[tuple[int, int]] | None
) -> dict[tuple[int, int], Known]:
    """All enquiries by number and year, with the fields that the file has; only imported ones when ``numbers`` is None.

    With ``numbers``: those of the years of these numbers.
    """
    rows = Enquiry.objects.exclude(import_key="")
    if numbers is not None:
        rows = Enquiry.objects.filter(year__in={year for _number, year in numbers})
    matters = _matters(matter_fields)
    columns = [f"{name}_id" if name in NAMED else name for name in fields]
    found: dict[tuple[int, int], Known] = {}
    for pk, number, year, base, key, *values in rows.order_by("number").values_list(
        "pk", "number", "year", "imported_state", "import_key", *columns
    ):
        state: State = dict(zip(fields, values, strict=True))
        for name in DAYS:
            if name in state:
                state[name] = _iso(state[name])
        state["matters"] = matters.get(pk, [])
        found[number, year] = Known(pk, f"{number}/{year}", state, base, key)
    return found


def _matters(fields: Collection[str]) -> dict[int, list[State]]:
    columns = [f"{name}_id" if name in ("department", "theme") else name for name in fields]
    rows = Matter.objects.filter(municipality_id=current_id()).order_by("enquiry_id", "position")
    found: dict[int, list[State]] = defaultdict(list)
    for enquiry, *values in rows.values_list("enquiry_id", *columns):
        found[enquiry].append(dict(zip(fields, values, strict=True)))
    return found


def _iso(day: date | Any) -> str | None:
    return day.isoformat() if day is not None else None
