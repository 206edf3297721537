"""Form fields for lists that people write one a line."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Lines(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "widget": forms.Textarea(attrs={"rows": 4}), **options})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(self.line(entry) for entry in value) if isinstance(value, list) else value

    def line(self, entry: Any) -> str:
        return str(entry)

    def to_python(self, value: Any) -> Any:
        lines = [" ".join(line.split()) for line in str(value or "").splitlines()]
        return [self.entry(line) for line in dict.fromkeys(lines) if line]

    def entry(self, line: str) -> Any:
        return line


class Shares(Lines):
    """Municipalities with their share in per cent: "Hvidovre 60"."""

    def line(self, entry: Any) -> str:
        return f"{entry['municipality']} {str(entry['percent']).replace('.', ',')}"

    def entry(self, line: str) -> Any:
        found = re.fullmatch(r"(.+?)[\s:]+(\d{1,3}(?:[.,]\d)?)\s*%?", line)
        if found is None:
            raise ValidationError(_("Write a municipality and its per cent on each line, such as “Hvidovre 60”."))
        percent = Decimal(found[2].replace(",", "."))
        return {"municipality": found[1], "percent": int(percent) if percent == int(percent) else float(percent)}

    def to_python(self, value: Any) -> Any:
        shares = super().to_python(value)
        if shares and sum(Decimal(str(share["percent"])) for share in shares) != 100:
            raise ValidationError(_("The shares must add up to 100 per cent."))
        return shares


class Limits(forms.CharField):
    """Upper limits in days, parted by commas: "0, 7, 30, 90"."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(str(limit) for limit in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        parts = [part for part in re.split(r"[,;\s]+", str(value or "")) if part]
        try:
            limits = [Decimal(part) for part in parts]
        except InvalidOperation:
            limits = [Decimal("0.5")]
        if any(limit != int(limit) or not 0 <= limit <= 36500 for limit in limits):
            raise ValidationError(_("Write whole numbers of days parted by commas, such as 0, 7, 30, 90."))
        return [int(limit) for limit in limits]
