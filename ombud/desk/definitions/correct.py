"""Changing, setting back or removing a table or a figure."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.desk.definitions.forms import FORMS, DefinitionForm
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.definitions import change_definition, remove_definition, reset_definition
from ombud.reporting.models import Definition


def correct(request: DeskRequest, kind: str, name: str) -> HttpResponse:
    """``step`` is "save", "reset" or "remove". Editions that are frozen keep their own definitions."""
    definition = get_object_or_404(Definition, kind=kind, name=name)
    step = request.POST.get("step", "save")
    form = FORMS[kind](request.POST if request.method == "POST" and step == "save" else None, spec=definition.spec)
    if request.method == "POST":
        try:
            if _done(request, definition, form, step):
                return redirect("definitions-list", request.municipality.code)
        except ValidationError as error:
            if form.is_bound:
                form.add_error(None, error.messages)
            else:
                messages.error(request, " ".join(error.messages))
    context = {"form": form, "kind": kind, "definition": definition}
    return render(request, "definitions/correct.html", context, status=422 if form.errors else 200)


def _done(request: DeskRequest, definition: Definition, form: DefinitionForm, step: str) -> bool:
    if step == "reset":
        reset_definition(definition=definition, by=request.user)
        messages.success(request, _("Set back to what the program ships."))
    elif step == "remove":
        remove_definition(definition=definition, by=request.user)
        messages.success(request, _("Removed."))
    elif form.is_valid():
        change_definition(definition=definition, spec=form.write(), by=request.user)
        messages.success(request, _("Saved."))
    else:
        return False
    return True
