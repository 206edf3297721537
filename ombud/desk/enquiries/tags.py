"""What the register of enquiries is asked for, as tags."""

from django.db import models
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.models import Matter
from ombud.casework.queries.durations import bands
from ombud.casework.queries.register import RegisterFilter
from ombud.core.statistics.durations import STILL_OPEN
from ombud.desk.asked import Asked, month, named, said, without
from ombud.offices.models import Channel, Department, EnquiryType, Tag, Theme

LABELS: dict[str, Promise] = {
    "month": gettext_lazy("Month"),
    "department": gettext_lazy("Department"),
    "unit": gettext_lazy("Sub-unit"),
    "theme": gettext_lazy("Theme"),
    "subtheme": gettext_lazy("Subtheme"),
    "role": gettext_lazy("Role"),
    "type": gettext_lazy("Type"),
    "type_group": gettext_lazy("Complaints and others"),
    "channel": gettext_lazy("Channel"),
    "duration": gettext_lazy("Duration"),
    "anonymous": gettext_lazy("Anonymous"),
    "within_mandate": gettext_lazy("Within the mandate"),
    "open_advice": gettext_lazy("Came to drop-in advice"),
    "outside_themes": gettext_lazy("Left out of the thematic statistics"),
    "coordination": gettext_lazy("Coordination across departments"),
    "reminder": gettext_lazy("Reminder after an unanswered complaint"),
    "tag": gettext_lazy("Tag"),
}
MODELS: dict[str, type[models.Model]] = {
    "department": Department,
    "unit": Department,
    "theme": Theme,
    "subtheme": Theme,
    "type": EnquiryType,
    "channel": Channel,
    "tag": Tag,
}


def tags(query: QueryDict, chosen: RegisterFilter) -> list[Asked]:
    """Dates, dimensions, what is left out; then what only this register knows."""
    found = said(query, chosen, LABELS, _value)
    if chosen.text:
        found.append(Asked(_("Number %(number)s") % {"number": chosen.text}, without(query, "text")))
    if chosen.any_matter == "yes":
        found.append(Asked(_("Any of its matters"), without(query, "any_matter")))
    if chosen.counted != "yes":
        found.append(Asked(_("Also outside the total"), without(query, "counted")))
    return found


def _value(name: str, value: str) -> str:
    if name in MODELS:
        return named(MODELS[name], value)
    if name == "month":
        return month(value)
    return _known(name).get(value, value)


def _known(name: str) -> dict[str, str]:
    """The values of a dimension that has no rows of its own."""
    if name == "duration":
        return {band.key: band.label for band in bands()} | {STILL_OPEN: _("Still open")}
    if name == "type_group":
        return {key: str(label) for key, label in EnquiryType.Group.choices}
    if name == "role":
        return {key: str(label) for key, label in Matter.Role.choices}
    return {"yes": _("yes"), "no": _("no")}
