"""Two versions of one form side by side: what stands in the register now, and what was typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ombud.desk.days import DayField, parse_day


@dataclass(frozen=True)
class Difference:
    """A field with the text of both versions."""

    label: str
    theirs: str
    yours: str


def differences(theirs: BaseForm, yours: BaseForm) -> list[Difference]:
    """Only the fields in which the two differ, in the order of the page."""
    return compare(texts(theirs), texts(yours))


def compare(theirs: dict[str, str], yours: dict[str, str]) -> list[Difference]:
    """The same for texts by label; a label that one of them lacks is empty there."""
    return [
        Difference(label, theirs.get(label, ""), yours.get(label, ""))
        for label in dict.fromkeys((*theirs, *yours))
        if theirs.get(label, "") != yours.get(label, "")
    ]


def texts(form: BaseForm, before: str = "") -> dict[str, str]:
    """Each field's label, with ``before`` in front, and its value as a person reads it."""
    return {f"{before}{field.label}": _text(field) for field in form if not field.is_hidden}


def _text(field: BoundField) -> str:
    value = field.value()
    if value is True or value == "on":
        return _("Yes")
    if value is False or value is None or value == "" or value == []:
        return ""
    if hasattr(field.field, "choices"):
        wanted = [str(each) for each in value] if isinstance(value, list) else [str(value)]
        labels = dict(_flat(field.field.choices))
        return ", ".join(labels.get(key, key) for key in wanted)
    if isinstance(field.field, DayField):
        return _day(value)
    return str(value)


def _day(value: Any) -> str:
    day = value if isinstance(value, date) else parse_day(str(value))
    return date_format(day, "DATE_FORMAT") if day else str(value)


def _flat(options: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, label in options:
        found += _flat(label) if isinstance(label, list | tuple) else [(str(key), str(label))]
    return found
