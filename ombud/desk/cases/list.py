"""The office's case files, and searching them. The words are posted, so that they stand in no address."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from ombud.casework.actions.case_files.reading import list_cases, search_cases
from ombud.desk.keys.readiness import missing_key
from ombud.desk.request import DeskRequest

ONLY = ("open", "closed")
LONGEST = 200


class SearchForm(forms.Form):
    """Words that must all occur in one case."""

    words = forms.CharField(
        label=_("Search the case files"),
        max_length=LONGEST,
        help_text=_("Finds words in titles, persons, notes, consents and names of documents. All words must occur."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"required": _("Write a word to search for.")},
    )


def index(request: DeskRequest) -> HttpResponse:
    """GET lists a page of them; POST shows where the words occur."""
    if request.method == "POST":
        return _hits(request)
    only = request.GET.get("only", "")
    page = request.GET.get("page", "1")
    listing = list_cases(
        municipality=request.municipality,
        keys=request.keys,
        by=request.user,
        page=int(page) if page.isdecimal() and len(page) < 7 else 1,
        only=only if only in ONLY else "",
    )
    context = {
        "listing": listing,
        "form": SearchForm(),
        "only": only if only in ONLY else "",
        "missing_key": missing_key(request),
    }
    return render(request, "cases/list.html", context)


def _hits(request: DeskRequest) -> HttpResponse:
    form = SearchForm(request.POST)
    if not form.is_valid():
        return render(request, "cases/found.html", {"form": form}, status=422)
    hits = search_cases(
        form.cleaned_data["words"], municipality=request.municipality, keys=request.keys, by=request.user
    )
    return render(request, "cases/found.html", {"form": form, "hits": hits})
