"""Days as they are typed: 3-4-2024, 03.04.2024, 3/4 2024 or 2024-04-03. What was typed stays in the field."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_DAY_FIRST = re.compile(r"^(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4})$")
_YEAR_FIRST = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


def parse_day(text: str) -> date | None:
    """The day; None when the text is none or there is no such day."""
    plain = text.strip()
    if found := _DAY_FIRST.match(plain):
        day, month, year = (int(part) for part in found.groups())
    elif found := _YEAR_FIRST.match(plain):
        year, month, day = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def typed(day: date) -> str:
    """A day as one would type it."""
    return f"{day.day}-{day.month}-{day.year}"


def with_iso_days(query: QueryDict) -> QueryDict:
    """An address as the registers read it: received_from and received_to in ISO form, however they were typed."""
    plain = query.copy()
    for name in ("received_from", "received_to"):
        if day := parse_day(plain.get(name, "")):
            plain[name] = day.isoformat()
    return plain


class DayInput(forms.TextInput):
    """A short text field: the same in every browser and language, and quick on the keyboard."""

    def __init__(self) -> None:
        super().__init__(attrs={"autocomplete": "off", "inputmode": "numeric", "class": "day"})

    def format_value(self, value: Any) -> str | None:
        day = value if isinstance(value, date) else parse_day(str(value or ""))
        return typed(day) if day else super().format_value(value)


class DayField(forms.Field):
    """A day, or None when it is left empty."""

    widget = DayInput
    default_error_messages = {"required": gettext_lazy("Write a date, such as 3-4-2024.")}

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        day = parse_day(str(value))
        if day is None:
            raise ValidationError(_("There is no such day. Write day-month-year, such as 3-4-2024."), code="invalid")
        return day
