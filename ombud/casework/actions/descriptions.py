"""A registration as the log shows it: codes, dates and labels, never persons."""

from datetime import date
from typing import Any

from ombud.casework.models import Enquiry, Matter

ENQUIRY_FIELDS = (
    "number",
    "year",
    "received_on",
    "finished_on",
    "closed_on",
    "events_on",
    "first_channel",
    "primary_channel",
    "type",
    "enquirer",
    "anonymous",
    "within_mandate",
    "open_advice",
    "counted",
    "without_case",
    "same_citizen_as",
)
MATTER_FIELDS = ("department", "theme", "outside_themes", "coordination", "reminder")


def plain(value: Any) -> Any:
    """A value as JSON holds it: a day in ISO form, a row by its Danish name or its number."""
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | str):
        return value
    return getattr(value, "name", None) or str(value)


def describe(enquiry: Enquiry) -> dict[str, Any]:
    """All that can change of an enquiry and its matters; matters as ``matters.2.theme``, counted from 1."""
    described = {field: plain(getattr(enquiry, field)) for field in ENQUIRY_FIELDS}
    for matter in enquiry.matters.select_related("department", "theme").prefetch_related("tags").order_by("position"):
        described |= _describe_matter(matter)
    return described


def _describe_matter(matter: Matter) -> dict[str, Any]:
    place = f"matters.{matter.position}"
    described = {f"{place}.{field}": plain(getattr(matter, field)) for field in MATTER_FIELDS}
    described[f"{place}.tags"] = ", ".join(sorted(tag.name for tag in matter.tags.all()))
    return described


def changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """What differs, as field -> [before, after]; a missing side is None."""
    keys = dict.fromkeys((*before, *after))
    return {key: [before.get(key), after.get(key)] for key in keys if before.get(key) != after.get(key)}
