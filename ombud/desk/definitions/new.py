"""A new table or figure."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.definitions.forms import FORMS
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.definitions import add_definition


def new(request: DeskRequest, kind: str) -> HttpResponse:
    """404 for a kind that is neither table nor figure. What cannot be made is refused with the reason."""
    if kind not in FORMS:
        raise Http404
    form = FORMS[kind](request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_definition(kind=kind, spec=form.write(), by=request.user)
            messages.success(request, _("Added."))
            return redirect("definitions-list", request.municipality.code)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"form": form, "kind": kind, "definition": None}
    return render(request, "definitions/correct.html", context, status=422 if form.errors else 200)
