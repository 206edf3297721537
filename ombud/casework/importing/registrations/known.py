"""The register as states, read in two queries."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import CharField, TextField
from django.db.models.functions import Cast

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
    rows = Enquiry.objects.exclude(import_key="").exclude(number=None)
    if numbers is not None:
        rows = Enquiry.objects.filter(year__in={year for _number, year in numbers}, number__isnull=False)
    matters = _matters(matter_fields)
    # Days and JSON come as text: the states hold days that way, and most JSON is never looked into.
    texts = {f"{name}_text": Cast(name, CharField()) for name in fields if name in DAYS}
    texts["base_text"] = Cast("imported_state", TextField())
    columns = [f"{name}_text" if name in DAYS else f"{name}_id" if name in NAMED else name for name in fields]
    found: dict[tuple[int, int], Known] = {}
    for pk, number, year, base, key, *values in (
        rows.order_by("number")
        .annotate(**texts)
        .values_list("pk", "number", "year", "base_text", "import_key", *columns)
    ):
        state: State = dict(zip(fields, values, strict=True))
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
