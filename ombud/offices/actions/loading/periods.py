"""Reporting periods, and when the function was staffed and closed."""

from decimal import Decimal
from typing import Any

from ombud.core.profile.fields import as_day
from ombud.offices.models import Closure, ReportingPeriod, Staffing


def make_periods(data: dict[str, Any]) -> None:
    entries = data.get("periods", [])
    rows = {
        entry["name"]: ReportingPeriod.objects.create(
            name=entry["name"],
            starts_on=as_day(entry["starts_on"]),
            ends_on=as_day(entry["ends_on"]),
            months_closed=Decimal(str(entry.get("months_closed", 0))),
            caveat=entry.get("caveat", ""),
        )
        for entry in entries
    }
    for entry in entries:
        if entry.get("compared_with"):
            rows[entry["name"]].compared_with = rows[entry["compared_with"]]
            rows[entry["name"]].save(update_fields=["compared_with"])


def make_openings(data: dict[str, Any]) -> None:
    for entry in data.get("closures", []):
        Closure.objects.create(
            starts_on=as_day(entry["starts_on"]),
            ends_on=as_day(entry["ends_on"]),
            kind=entry.get("kind", Closure.Kind.CLOSED),
            note=entry.get("note", ""),
        )
    for entry in data.get("staffing", []):
        Staffing.objects.create(
            starts_on=as_day(entry["starts_on"]),
            ends_on=as_day(entry.get("ends_on")),
            fte=Decimal(str(entry["fte"])),
            shares=entry.get("shares", []),
        )
