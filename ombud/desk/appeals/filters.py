"""What the register of decisions is asked for."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.appeals.models import AppealBoard, RemarkTheme
from ombud.appeals.queries.register import AppealFilter, from_query
from ombud.casework.queries.register_conditions import primary_key
from ombud.desk.asked import Asked, month, named, said
from ombud.desk.days import DayField, with_iso_days
from ombud.offices.models import Department, ReportingPeriod

OUTCOMES: dict[str, Promise] = {
    "without_remarks": gettext_lazy("Processed, without remarks"),
    "with_remarks": gettext_lazy("Processed, with remarks"),
    "rejected": gettext_lazy("Rejected"),
}
LABELS: dict[str, Promise] = {
    "month": gettext_lazy("Month"),
    "department": gettext_lazy("Department"),
    "body": gettext_lazy("Appeal board"),
    "outcome": gettext_lazy("Outcome"),
    "remark": gettext_lazy("Remark"),
}
_MODELS = {"department": Department, "body": AppealBoard, "remark": RemarkTheme}


def asked(query: QueryDict) -> AppealFilter:
    """The filter in the address; a chosen reporting period gives its two dates where none are typed."""
    chosen = from_query(with_iso_days(query))
    period = ReportingPeriod.objects.filter(pk=primary_key(query.get("period", ""))).first()
    if period is None or chosen.received_from or chosen.received_to:
        return chosen
    return replace(chosen, received_from=period.starts_on, received_to=period.ends_on)


class FilterForm(forms.Form):
    """Every field may be left empty."""

    period = forms.ChoiceField(label=gettext_lazy("Reporting period"), required=False)
    received_from = DayField(label=gettext_lazy("Received from"), required=False)
    received_to = DayField(label=gettext_lazy("until and including"), required=False)
    body = forms.ChoiceField(label=gettext_lazy("Appeal board"), required=False)
    department = forms.ChoiceField(label=gettext_lazy("Department"), required=False)
    outcome = forms.ChoiceField(label=gettext_lazy("Outcome"), required=False)
    remark = forms.ChoiceField(label=gettext_lazy("Remark"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows: dict[str, Any] = {**_MODELS, "period": ReportingPeriod}
        for name, model in rows.items():
            self._offer(name, [(str(row.pk), str(row)) for row in model.objects.all()])
        self._offer("outcome", [(key, str(label)) for key, label in OUTCOMES.items()])

    def _offer(self, name: str, options: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", _("All")), *options]  # type: ignore[attr-defined]


def tags(query: QueryDict, chosen: AppealFilter) -> list[Asked]:
    """Each thing that is asked for, with the address without it."""
    return said(query, chosen, LABELS, _values)


def _values(name: str, value: str) -> str:
    if name == "outcome":
        return str(OUTCOMES.get(value, value))
    return month(value) if name == "month" else named(_MODELS[name], value)
