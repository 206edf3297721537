"""The published reports: what every reader of the municipality may see."""

from django.db.models.fields.json import KT
from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.editions.visible import visible
from ombud.desk.request import DeskRequest


def list_editions(request: DeskRequest) -> HttpResponse:
    """The newest first; what is not published stands with its draft and not here."""
    editions = visible(request).filter(published_at__isnull=False).order_by("-published_at", "-pk")
    titled = editions.defer("frozen").annotate(title=KT("frozen__title_page__title"))
    return render(request, "editions/list.html", {"editions": titled})
