"""Handing the citizen the dates and purposes of the log, on paper or as a file (the right of access)."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ombud.audit.models import Event
from ombud.audit.purposes import Purpose
from ombud.audit.queries.lines import LogFilter, lines_of_cases
from ombud.audit.record import record_case
from ombud.casework.models import CaseFile
from ombud.desk.days import DayField
from ombud.desk.files import as_download
from ombud.desk.log.extract import as_csv, extract
from ombud.desk.request import DeskRequest


class CitizenForm(forms.Form):
    """Which cases, which days, and whether colleagues are named."""

    cases = forms.MultipleChoiceField(label=_("Cases"), widget=forms.CheckboxSelectMultiple)
    first = DayField(label=_("From"), required=False)
    last = DayField(label=_("until and including"), required=False)
    with_names = forms.BooleanField(
        label=_("Name those who looked"),
        help_text=_("Otherwise only their role is told, which is what the citizen has a right to as a rule."),
        required=False,
    )

    def __init__(self, *args: Any, cases: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cases"].choices = [(str(key), name) for key, name in cases]  # type: ignore[attr-defined]


@require_POST
def show(request: DeskRequest) -> HttpResponse:
    """Posted from the search: the page to print, or the file. The log tells of it first, for each case."""
    form = CitizenForm(request.POST, cases=_openable(request))
    if not form.is_valid():
        return render(request, "log/citizen.html", {"form": form, "rows": None})
    chosen = [UUID(key) for key in form.cleaned_data["cases"]]
    office = request.municipality.code
    for case in chosen:
        record_case("log.exported", case=case, by=request.user, municipality=office, purpose=Purpose.ACCESS_REQUEST)
    wanted = LogFilter(form.cleaned_data["first"], form.cleaned_data["last"])
    events: Sequence[Event] = list(lines_of_cases(office, chosen, wanted))
    rows = extract(events, keys=request.keys, office=office, with_names=form.cleaned_data["with_names"])
    if request.POST.get("as") == "csv":
        return as_download(as_csv(rows), "csv", "log.csv")
    return render(request, "log/citizen.html", {"rows": rows, "form": form, "now": timezone.now()})


def _openable(request: DeskRequest) -> list[tuple[UUID, str]]:
    """The cases that were offered, by their numbers. One that may not be opened is like one that never was: 404."""
    offered = {_uuid(text) for text in request.POST.getlist("offered")}
    opened = request.keys.many_case_seals(key for key in offered if key is not None)
    cases = list(CaseFile.objects.filter(pk__in=opened).select_related("enquiry"))
    if {case.pk for case in cases} != offered or not {*request.POST.getlist("cases")} <= {str(key) for key in offered}:
        raise Http404
    return [(case.pk, str(case.enquiry)) for case in cases]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
