"""What a line of the log says was changed: field by field, as the pages call them, from what to what."""

import re
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.appeals.actions.decisions import QUALIFIERS
from ombud.audit.models import Event
from ombud.casework.models import Enquiry, Matter
from ombud.core.dates import date_text
from ombud.offices.models import Membership

WHOLE = frozenset(("enquiry.registered", "enquiry.imported"))
"""Lines that hold the whole registration: the page beside tells it already."""
_MATTER = re.compile(r"^matters\.(\d+)\.(\w+)$")


def told(event: Event) -> list[str]:
    """One text for each field that is not what it was."""
    if event.action in WHOLE:
        return []
    return [
        _change(event.noun, name, before, after)
        for name, (before, after) in event.changes.items()
        if (before or after) is not None and _value(name, before) != _value(name, after)
    ]


def _change(noun: str, name: str, before: Any, after: Any) -> str:
    if name == QUALIFIERS:
        return _("What narrows the remarks was changed")
    said = {"field": _field(noun, name), "before": _value(name, before), "after": _value(name, after)}
    return _("%(field)s: %(before)s → %(after)s") % said


def _field(noun: str, name: str) -> str:
    found = _MATTER.match(name)
    if found:
        return _("Matter %(number)s, %(field)s") % {"number": found[1], "field": _label(Matter, found[2]).lower()}
    said = {
        "contact": _("Contact"),
        "channel": _("Channel"),
        "successor": _("Successor"),
        "mapped_to": _("Connected with"),
    }
    return said.get(name) or _label(_models().get(noun), name)


def _models() -> dict[str, type[models.Model]]:
    """The models of the program by the noun that stands in the log."""
    found = apps.get_models()
    return {str(model._meta.model_name): model for model in found if model.__module__.startswith("ombud.")}


def _label(model: type[models.Model] | None, name: str) -> str:
    known = {field.name: field for field in model._meta.get_fields()} if model is not None else {}
    return str(getattr(known.get(name), "verbose_name", name))


def _value(name: str, value: Any) -> str:
    if value is None or value == "":
        return _("not stated")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    named = {"enquirer": Enquiry.Enquirer.choices, "role": Membership.Role.choices}
    if name in named:
        return str(dict(named[name]).get(value, value))
    try:
        return date_text(date.fromisoformat(str(value)), translation.get_language() or "da")
    except ValueError:
        return str(value)
