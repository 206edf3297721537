"""The lines about a person or a case, by words in the opened case files: posted, never in an address."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from ombud.audit.queries.lines import LogFilter, lines_of_cases
from ombud.audit.record import record_case
from ombud.casework.queries.case_files.search import Hit, search
from ombud.desk.log.citizen import CitizenForm
from ombud.desk.log.told import tell
from ombud.desk.request import DeskRequest

MOST_LINES = 200


class SearchForm(forms.Form):
    words = forms.CharField(
        label=_("Name, CPR number or other words of the case"),
        help_text=_("All the words must stand in the same case. They are not kept anywhere."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )


def show(request: DeskRequest) -> HttpResponse:
    """A search is told in the log before it is made; for what one searched is not."""
    form = SearchForm(request.POST or None)
    hits: list[Hit] = []
    if form.is_valid():
        record_case("log.searched", case=None, by=request.user, municipality=request.municipality.code)
        hits = search(request.keys, form.cleaned_data["words"])
    cases = [hit.case for hit in hits]
    context = {
        "form": form,
        "hits": hits,
        "searched": form.is_bound and form.is_valid(),
        "citizen": CitizenForm(cases=_named(hits), initial={"cases": cases}),
        "lines": _lines(request, cases),
        "most": MOST_LINES,
    }
    return render(request, "log/search.html", context)


def _named(hits: list[Hit]) -> list[tuple[UUID, str]]:
    return [(hit.case, f"{hit.number} {hit.title}") for hit in hits]


def _lines(request: DeskRequest, cases: list[UUID]) -> list[object]:
    office = request.municipality.code
    found = lines_of_cases(office, cases, LogFilter())[:MOST_LINES] if cases else []
    return list(tell(list(found), role=request.membership.role, keys=request.keys, office=office))
