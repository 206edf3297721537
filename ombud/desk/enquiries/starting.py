"""An enquiry of the register as the first content of its page."""

from collections.abc import Sequence
from typing import Any

from ombud.casework.models import Enquiry, Matter
from ombud.desk.enquiries.choices import NONE
from ombud.offices.models import Department

_PLAIN = [
    "received_on",
    "events_on",
    "finished_on",
    "closed_on",
    "enquirer",
    "anonymous",
    "open_advice",
    "counted",
    "without_case",
]
_ANSWERS = {True: "yes", False: "no", None: NONE}


def enquiry_initial(enquiry: Enquiry, matters: Sequence[Matter]) -> dict[str, Any]:
    """The fields that stand once. A primary channel like the first one is left as "the same"."""
    same = enquiry.first_channel_id == enquiry.primary_channel_id
    return {name: getattr(enquiry, name) for name in _PLAIN} | {
        "number": str(enquiry) if enquiry.number is not None else "",
        "first_channel": _key(enquiry.first_channel_id) or NONE,
        "primary_channel": "" if same else _key(enquiry.primary_channel_id),
        "type": _key(enquiry.type_id) or NONE,
        "department": _key(_of_all(matters)) or NONE,
        "within_mandate": _ANSWERS[enquiry.within_mandate],
        "same_citizen_as": str(enquiry.same_citizen_as) if enquiry.same_citizen_as else "",
    }


def matter_initial(matter: Matter, matters: Sequence[Matter]) -> dict[str, Any]:
    """One matter. A department like the enquiry's is left as "as the enquiry", so that it follows a correction."""
    own = matter.department_id
    return {
        "theme": _key(matter.theme_id),
        "department": "" if own == _of_all(matters) else (_key(own) or NONE),
        "coordination": matter.coordination,
        "reminder": matter.reminder,
        "outside_themes": matter.outside_themes,
        "tags": [str(tag.pk) for tag in matter.tags.all()],
        "kept": "1",
    }


def _of_all(matters: Sequence[Matter]) -> int | None:
    """The department that counts the main matter: the enquiry's own in the form."""
    department: Department | None = matters[0].department if matters else None
    return department.top.pk if department else None


def _key(value: int | None) -> str:
    return "" if value is None else str(value)
