"""What a list of the set-up shows of a row."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from ombud.offices.models import Department, EnquiryType, Staffing, Theme


def plain(name: str) -> Callable[[Any], str]:
    """An attribute as it is."""
    return lambda row: str(getattr(row, name) or "")


def of(name: str) -> Callable[[Any], str]:
    """The name of what the row points to."""
    return lambda row: str(getattr(row, name) or "")


def chosen(name: str) -> Callable[[Any], str]:
    """The text of a choice."""
    return lambda row: str(getattr(row, f"get_{name}_display")())


def yes(name: str) -> Callable[[Any], str]:
    return lambda row: _("Yes") if getattr(row, name) else _("No")


def members(name: str) -> Callable[[Any], str]:
    """The names of the rows it gathers."""
    return lambda row: " · ".join(str(member) for member in getattr(row, name).all())


def decimal(name: str) -> Callable[[Any], str]:
    return lambda row: str(formats.localize(getattr(row, name).normalize() + 0))


def dates(row: Any) -> str:
    """Such as "fra 1. maj 2022" or "til og med 31. juli 2022"; empty when open at both ends."""
    first, last = _day(row.starts_on), _day(row.ends_on)
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("from %(day)s") % {"day": first}
    return _("until and including %(day)s") % {"day": last} if last else ""


def aliases(row: Any) -> str:
    names = row.aliases if isinstance(row.aliases, list) else [alias.name for alias in row.aliases.all()]
    return " · ".join(names)


def department_notes(row: Department) -> str:
    notes = [
        _("outside the municipality") if row.outside else "",
        _("sends copies of appeal decisions") if row.appeal_copies else "",
        *(_("work taken over by %(name)s") % {"name": each.successor} for each in row.successions.all()),
    ]
    return " · ".join(filter(None, notes))


def definition(row: EnquiryType) -> str:
    found = row.definition_on(date.today())
    return found.local_text if found else ""


def citizens(row: Any) -> str:
    return str(formats.localize(row.citizens))


def mapped(row: Theme) -> str:
    return " · ".join(str(each.target) for each in row.mapped_to.all())


def shares(row: Staffing) -> str:
    return " · ".join(f"{share['municipality']} {share['percent']} %" for share in row.shares)


def _day(day: date | None) -> str:
    return formats.date_format(day) if day else ""
