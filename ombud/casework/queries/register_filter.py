"""What is asked of the register, as an address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

NONE = "none"
"""In an address: *not stated*. An empty value is no filter."""

DIMENSIONS = (
    "month",
    "department",
    "unit",
    "theme",
    "subtheme",
    "role",
    "type",
    "type_group",
    "channel",
    "duration",
    "anonymous",
    "within_mandate",
    "open_advice",
    "outside_themes",
    "coordination",
    "reminder",
    "tag",
)


@dataclass(frozen=True)
class RegisterFilter:
    """What to show. A dimension's value is a key of the cube: a primary key as text, ``none`` for *not stated*, "yes"
    or "no"; several stand with commas between them and any of them will do. ``left_out`` says the same of what is not
    to be shown, and is ``not_<dimension>`` in an address.

    ``department`` and ``theme`` take in all that stands under them; ``unit`` is one sub-unit. ``counted`` is "yes"
    (part of the total, R286), "no" or "all". ``any_matter`` "yes" finds an enquiry by any of its matters; otherwise it
    is found by its main matter, as the statistics count it.
    """

    received_from: date | None = None
    received_to: date | None = None
    month: str = ""
    department: str = ""
    unit: str = ""
    theme: str = ""
    subtheme: str = ""
    role: str = ""
    type: str = ""
    type_group: str = ""
    channel: str = ""
    duration: str = ""
    anonymous: str = ""
    within_mandate: str = ""
    open_advice: str = ""
    outside_themes: str = ""
    coordination: str = ""
    reminder: str = ""
    tag: str = ""
    text: str = ""
    counted: str = "yes"
    any_matter: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)

    def asked(self) -> dict[str, str]:
        """The dimensions that are asked for, with their values."""
        return {name: getattr(self, name) for name in DIMENSIONS if getattr(self, name)}

    def as_query(self) -> str:
        """The filter as the query part of an address, without the question mark."""
        default, said = RegisterFilter(), {}
        for one in fields(self):
            value = getattr(self, one.name)
            if one.name != "left_out" and value != getattr(default, one.name):
                said[one.name] = value.isoformat() if isinstance(value, date) else value
        return urlencode(said | {f"not_{name}": value for name, value in self.left_out.items()})


def from_query(query: QueryDict) -> RegisterFilter:
    """The filter in an address. A date that is none is left out; an unknown key finds nothing."""
    values: dict[str, str | date | None] = {}
    for one in fields(RegisterFilter):
        text = query.get(one.name, "").strip()
        if text and one.name != "left_out":
            values[one.name] = _day(text) if one.name in ("received_from", "received_to") else text
    left_out = {name: value for name in DIMENSIONS if (value := query.get(f"not_{name}", ""))}
    return RegisterFilter(**values, left_out=left_out)  # type: ignore[arg-type]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
