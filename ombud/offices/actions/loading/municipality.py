"""The row of the municipality itself."""

from typing import Any

from ombud.core.profile.fields import as_day
from ombud.offices.models import Municipality


def make_municipality_row(data: dict[str, Any]) -> Municipality:
    """Saved; everything else hangs on it."""
    disclosure = data.get("disclosure", {})
    report = data.get("report", {})
    return Municipality.objects.create(
        code=data["code"],
        name=data["name"],
        office=data.get("office", "Borgerrådgiveren"),
        author=report.get("author", ""),
        place=report.get("place", ""),
        legal_basis=data.get("legal_basis", ""),
        function_starts_on=as_day(data.get("function_starts_on")),
        takes_enquiries_from=as_day(data.get("takes_enquiries_from")),
        disclosure=disclosure.get("policy", Municipality.Disclosure.PROTECT),
        disclosure_note=disclosure.get("note", ""),
        disclosure_decided_by=disclosure.get("decided_by") or "",
        disclosure_decided_on=as_day(disclosure.get("decided_on")),
        outside_bodies=data.get("outside_bodies_directory", []),
        reservations=data.get("reservations", []),
        duration_bands=data.get("duration_bands", []),
        duration_ends_with=data.get("duration_ends_with", "closed"),
    )
