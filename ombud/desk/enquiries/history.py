"""What the log tells of an enquiry, in sentences."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.audit.models import Event
from ombud.audit.record import history
from ombud.casework.models import Enquiry, Matter
from ombud.core.dates import date_text
from ombud.identity.models import User

WHAT = {
    "enquiry.registered": gettext_lazy("Registered"),
    "enquiry.imported": gettext_lazy("Imported from a file"),
    "enquiry.reimported": gettext_lazy("Changed by a new import"),
    "enquiry.corrected": gettext_lazy("Corrected"),
    "enquiry.contacted": gettext_lazy("Contact noted"),
    "enquiry.contact_removed": gettext_lazy("Contact taken out"),
}
_MATTER = re.compile(r"^matters\.(\d+)\.(\w+)$")


@dataclass(frozen=True)
class Line:
    """One line of the log: when, who, what and which fields changed from what to what."""

    at: datetime
    who: str
    what: str
    details: tuple[str, ...]


def told(enquiry: Enquiry) -> list[Line]:
    """The newest first."""
    return lines(list(history(enquiry)))


def lines(events: list[Event]) -> list[Line]:
    """What the events tell, the newest first."""
    people = {str(user.pk): user.name for user in User.objects.filter(pk__in={e.by for e in events if e.by.isdigit()})}
    return [_line(event, people) for event in reversed(events)]


def _line(event: Event, people: dict[str, str]) -> Line:
    what = str(WHAT.get(event.action, _("Changed")))
    details = () if event.action in ("enquiry.registered", "enquiry.imported") else tuple(_details(event.changes))
    who = people.get(event.by, _("The command line") if not event.by else _("A former user"))
    return Line(event.at, who, what, details)


def _details(changes: dict[str, list[Any]]) -> list[str]:
    return [
        _("%(field)s: %(before)s → %(after)s")
        % {"field": _field(name), "before": _value(name, before), "after": _value(name, after)}
        for name, (before, after) in changes.items()
        if (before or after) is not None and _value(name, before) != _value(name, after)
    ]


def _field(name: str) -> str:
    found = _MATTER.match(name)
    if found:
        return _("Matter %(number)s, %(field)s") % {"number": found[1], "field": _label(Matter, found[2]).lower()}
    return {"contact": _("Contact"), "channel": _("Channel")}.get(name) or _label(Enquiry, name)


def _label(model: type[Enquiry] | type[Matter], name: str) -> str:
    known = {field.name: field for field in model._meta.get_fields()}
    return str(getattr(known.get(name), "verbose_name", name))


def _value(name: str, value: Any) -> str:
    if value is None or value == "":
        return _("not stated")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "enquirer":
        return str(dict(Enquiry.Enquirer.choices).get(value, value))
    try:
        return date_text(date.fromisoformat(str(value)), translation.get_language() or "da")
    except ValueError:
        return str(value)
