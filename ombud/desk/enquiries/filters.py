"""What the register is asked for: a form for the daily questions; the address may ask for more."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.models import Matter
from ombud.casework.queries.register import NONE, RegisterFilter, from_query
from ombud.casework.queries.register_conditions import primary_key
from ombud.desk.days import DayField, with_iso_days
from ombud.offices.models import Channel, Department, EnquiryType, ReportingPeriod, Theme
from ombud.offices.queries.departments import as_tree as department_tree
from ombud.offices.queries.mandates import words_on
from ombud.offices.queries.taxonomies import as_tree as theme_tree


def asked(query: QueryDict) -> RegisterFilter:
    """The filter in the address; a chosen reporting period gives its two dates where none are typed."""
    chosen = from_query(with_iso_days(query))
    period = ReportingPeriod.objects.filter(pk=primary_key(query.get("period", ""))).first()
    if period is None or chosen.received_from or chosen.received_to:
        return chosen
    return replace(chosen, received_from=period.starts_on, received_to=period.ends_on)


class FilterForm(forms.Form):
    """Every field may be left empty; retired departments and themes can still be asked for."""

    text = forms.CharField(label=gettext_lazy("Number"), required=False, max_length=20)
    period = forms.ChoiceField(label=gettext_lazy("Reporting period"), required=False)
    received_from = DayField(label=gettext_lazy("Received from"), required=False)
    received_to = DayField(label=gettext_lazy("until and including"), required=False)
    department = forms.ChoiceField(required=False)
    theme = forms.ChoiceField(label=gettext_lazy("Theme"), required=False)
    type = forms.ChoiceField(label=gettext_lazy("Type"), required=False)
    channel = forms.ChoiceField(label=gettext_lazy("Channel"), required=False)
    role = forms.ChoiceField(label=gettext_lazy("Role"), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word = words_on(on).department
        self.fields["department"].label = word[:1].upper() + word[1:]
        self._offer("period", ReportingPeriod.objects.all(), stated=True)
        self._offer("type", EnquiryType.objects.all())
        self._offer("channel", Channel.objects.all())
        self._indented("department", department_tree(Department.objects.all()))
        self._indented("theme", theme_tree(Theme.objects.all()))
        self.fields["role"].choices = [("", _("All")), *Matter.Role.choices]  # type: ignore[attr-defined]

    def _offer(self, name: str, rows: Any, stated: bool = False) -> None:
        options = [(str(row.pk), str(row)) for row in rows]
        self._set(name, options if stated else [*options, (NONE, _("Not stated"))])

    def _indented(self, name: str, rows: list[tuple[Any, int]]) -> None:
        options = [(str(row.pk), "\u2003" * depth + row.local_name) for row, depth in rows]
        self._set(name, [*options, (NONE, _("Not stated"))])

    def _set(self, name: str, options: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", _("All")), *options]  # type: ignore[attr-defined]
