"""The set-up at a glance: its parts, how much is in each, and what is missing."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ombud.desk.office.nouns import NOUNS, Text
from ombud.offices.models import Municipality
from ombud.offices.queries.gaps import gaps
from ombud.offices.queries.mandates import mandate_on

GROUPS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (_("Organisation"), ("departments", "department-groups", "contacts", "populations")),
    (_("Mandate"), ("mandates", "provisions", "tasks", "scale")),
    (_("What is registered"), ("types", "channels", "taxonomies", "theme-groups", "tags")),
    (_("Appeals"), ("appeal-boards", "appeal-remarks")),
    (_("Time"), ("periods", "closures", "staffing")),
)

PAGES = ("facts", "small-counts")


@dataclass(frozen=True)
class Part:
    """A line of the overview."""

    title: Text
    address: str
    count: int


def show(request: HttpRequest) -> HttpResponse:
    """All parts with their counts."""
    code = request.municipality.code  # type: ignore[attr-defined]
    today = date.today()
    groups = [(title, [_part(key, code) for key in keys]) for title, keys in GROUPS]
    missing = [(gap.text, _address(gap.part, code)) for gap in gaps(today)]
    page = {
        "groups": groups,
        "missing": missing,
        "facts": Municipality.objects.get(code=code),
        "mandate": mandate_on(today),
    }
    return render(request, "office/index.html", page)


def _part(key: str, code: str) -> Part:
    noun = NOUNS[key]
    return Part(noun.title, _address(key, code), noun.model._default_manager.count())


def _address(part: str, code: str) -> str:
    return reverse(f"office-{part}", args=[code]) if part in PAGES else reverse("office-list", args=[code, part])
