"""Registering a decision received in copy."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.appeals.actions.decisions import register_decision
from ombud.desk.appeals.forms import DecisionForm
from ombud.desk.days import parse_day
from ombud.desk.request import DeskRequest
from ombud.offices.queries.mandates import words_on


def new(request: DeskRequest) -> HttpResponse:
    """GET shows an empty page. POST registers the decision."""
    day = parse_day(request.POST.get("received_on", "")) or date.today()
    word = words_on(day).department
    if request.method != "POST":
        form = DecisionForm(initial={"received_on": day}, on=day, word=word)
        return render(request, "appeals/new.html", {"form": form})
    form = DecisionForm(request.POST, on=day, word=word)
    if not form.is_valid() or not _register(request, form):
        return render(request, "appeals/new.html", {"form": form}, status=422)
    messages.success(request, _("The decision is registered."), extra_tags=request.path)
    target = "appeals-new" if request.POST.get("do") == "register-next" else "appeals-list"
    return redirect(target, request.municipality.code)


def _register(request: DeskRequest, form: DecisionForm) -> bool:
    try:
        register_decision(by=request.user, **form.inputs())
    except ValidationError as error:
        form.refuse(error)
        return False
    return True
