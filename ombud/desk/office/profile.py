"""The set-up as a profile file that another municipality can copy."""

import json

from django.http import HttpRequest, HttpResponse

from ombud.offices.queries.own_profile import as_profile


def profile(request: HttpRequest) -> HttpResponse:
    """A JSON file for download."""
    code = request.municipality.code  # type: ignore[attr-defined]
    text = json.dumps(as_profile(), ensure_ascii=False, indent=2) + "\n"
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{code}.json"'
    return response
