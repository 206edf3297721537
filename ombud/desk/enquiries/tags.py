"""Each thing that is asked for as a tag with a way to take it off."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.http import QueryDict
from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.models import Matter
from ombud.casework.queries.durations import bands
from ombud.casework.queries.register import NONE, RegisterFilter
from ombud.core.dates import month_text
from ombud.core.statistics.durations import STILL_OPEN
from ombud.offices.models import Channel, Department, EnquiryType, Tag, Theme

LABELS: dict[str, Promise] = {
    "month": gettext_lazy("Month"),
    "department": gettext_lazy("Department"),
    "unit": gettext_lazy("Sub-unit"),
    "theme": gettext_lazy("Theme"),
    "subtheme": gettext_lazy("Subtheme"),
    "role": gettext_lazy("Role"),
    "type": gettext_lazy("Type"),
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


@dataclass(frozen=True)
class Asked:
    """``without`` is the address query with this one taken off."""

    text: str
    without: str


def tags(query: QueryDict, chosen: RegisterFilter) -> list[Asked]:
    """In the order of the filter: dates first, then dimensions, then what is left out."""
    found = []
    if chosen.received_from:
        since = _("From %(day)s") % {"day": date_format(chosen.received_from, "DATE_FORMAT")}
        found.append(Asked(since, _without(query, "received_from", "period")))
    if chosen.received_to:
        until = _("Until %(day)s") % {"day": date_format(chosen.received_to, "DATE_FORMAT")}
        found.append(Asked(until, _without(query, "received_to", "period")))
    for name, value in chosen.asked().items():
        text = _("%(field)s: %(value)s") % {"field": LABELS[name], "value": _values(name, value)}
        found.append(Asked(text, _without(query, name)))
    for name, value in chosen.left_out.items():
        text = _("%(field)s: not %(value)s") % {"field": LABELS[name], "value": _values(name, value)}
        found.append(Asked(text, _without(query, f"not_{name}")))
    if chosen.text:
        found.append(Asked(_("Number %(number)s") % {"number": chosen.text}, _without(query, "text")))
    if chosen.any_matter == "yes":
        found.append(Asked(_("Any of its matters"), _without(query, "any_matter")))
    if chosen.counted != "yes":
        found.append(Asked(_("Also outside the total"), _without(query, "counted")))
    return found


def _without(query: QueryDict, *names: str) -> str:
    rest = query.copy()
    for name in (*names, "page"):
        rest.pop(name, None)
    return rest.urlencode()


def _values(name: str, values: str) -> str:
    say = _saying(name)
    return ", ".join(_("not stated") if value == NONE else say(value) for value in values.split(","))


def _saying(name: str) -> Callable[[str], str]:
    """How a value of the dimension is said."""
    if name in MODELS:
        return lambda value: _row(MODELS[name], value)
    if name == "month":
        return _month
    if name == "duration":
        known = {band.key: band.label for band in bands()} | {STILL_OPEN: _("Still open")}
    elif name == "role":
        known = {key: str(label) for key, label in Matter.Role.choices}
    else:
        known = {"yes": _("yes"), "no": _("no")}
    return lambda value: known.get(value, value)


def _row(model: type[models.Model], key: str) -> str:
    found = model._default_manager.filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None
    return str(found) if found else _("unknown")


def _month(value: str) -> str:
    try:
        return month_text(value, translation.get_language() or "da")
    except ValueError:
        return value
