"""What a register is asked for, as tags that can be taken off one by one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db import models
from django.http import QueryDict
from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ombud.casework.queries.register_conditions import primary_key
from ombud.core.dates import month_text

NOT_STATED = "none"


class Filter(Protocol):
    """The part of a register's filter that the tags speak of."""

    @property
    def received_from(self) -> date | None: ...

    @property
    def received_to(self) -> date | None: ...

    @property
    def left_out(self) -> Mapping[str, str]: ...

    def asked(self) -> dict[str, str]: ...


@dataclass(frozen=True)
class Asked:
    """``without`` is the address query with this one taken off."""

    text: str
    without: str


def said(
    query: QueryDict, chosen: Filter, labels: Mapping[str, Promise], say: Callable[[str, str], str]
) -> list[Asked]:
    """Dates first, then dimensions, then what is left out. ``say`` gives a value of a dimension its name."""
    found = []
    if chosen.received_from:
        since = _("From %(day)s") % {"day": date_format(chosen.received_from, "DATE_FORMAT")}
        found.append(Asked(since, without(query, "received_from", "period")))
    if chosen.received_to:
        until = _("Until %(day)s") % {"day": date_format(chosen.received_to, "DATE_FORMAT")}
        found.append(Asked(until, without(query, "received_to", "period")))
    for name, values in chosen.asked().items():
        text = _("%(field)s: %(value)s") % {"field": labels[name], "value": _several(name, values, say)}
        found.append(Asked(text, without(query, name)))
    for name, values in chosen.left_out.items():
        text = _("%(field)s: not %(value)s") % {"field": labels[name], "value": _several(name, values, say)}
        found.append(Asked(text, without(query, f"not_{name}")))
    return found


def without(query: QueryDict, *names: str) -> str:
    """The address query without these names, from its first page."""
    rest = query.copy()
    for name in (*names, "page"):
        rest.pop(name, None)
    return rest.urlencode()


def named(model: type[models.Model], key: str) -> str:
    """The name of a row of the municipality."""
    found = model._default_manager.filter(pk=primary_key(key)).first()
    return str(found) if found else _("unknown")


def month(value: str) -> str:
    """A month key in words; anything else as it is."""
    try:
        return month_text(value, translation.get_language() or "da")
    except ValueError:
        return value


def _several(name: str, values: str, say: Callable[[str, str], str]) -> str:
    return ", ".join(_("not stated") if value == NOT_STATED else say(name, value) for value in values.split(","))
