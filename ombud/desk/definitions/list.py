"""Every table and figure that the municipality has defined."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from ombud.desk.request import DeskRequest
from ombud.reporting.models import Definition


def list_definitions(request: DeskRequest) -> HttpResponse:
    """Tables first, then figures, each in its order."""
    language = get_language() or "da"
    rows = list(Definition.objects.all())
    for row in rows:
        caption = row.spec.get("caption", {})
        row.caption = caption.get(language) or caption.get("da") or row.name
    context = {kind: [row for row in rows if row.kind == kind[:-1]] for kind in ("tables", "figures")}
    return render(request, "definitions/list.html", context)
