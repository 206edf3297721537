"""A decision on its page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.appeals.actions.decisions import correct_decision
from ombud.appeals.models import AppealDecision
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.desk.appeals.forms import DecisionForm, initial_of
from ombud.desk.differences import Difference, differences
from ombud.desk.request import DeskRequest
from ombud.offices.queries.mandates import words_on


def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """What another changed meanwhile is shown beside what was typed."""
    decision = get_object_or_404(AppealDecision.objects, pk=pk)
    if request.method != "POST":
        return _page(request, decision, _form(decision))
    form = _form(decision, request)
    version = request.POST.get("version", "")
    known = int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0
    if not form.is_valid():
        return _page(request, decision, form, known, 422)
    inputs = form.inputs()
    try:
        correct_decision(decision=decision, version=known, by=request.user, **inputs)
    except ChangedMeanwhile:
        decision.refresh_from_db()
        return _page(request, decision, form, decision.version, 409, differences(_form(decision), form))
    except ValidationError as error:
        form.refuse(error)
        return _page(request, decision, form, known, 422)
    messages.success(request, _("The decision is saved."), extra_tags=request.path)
    return redirect("appeals-list", request.municipality.code)


def _form(decision: AppealDecision, request: DeskRequest | None = None) -> DecisionForm:
    return DecisionForm(
        request.POST if request else None,
        initial=initial_of(decision),
        on=decision.received_on,
        word=words_on(decision.received_on).department,
        decision=decision,
    )


def _page(
    request: DeskRequest,
    decision: AppealDecision,
    form: DecisionForm,
    version: int | None = None,
    status: int = 200,
    conflict: list[Difference] | None = None,
) -> HttpResponse:
    shown = decision.version if version is None else version
    context = {"decision": decision, "form": form, "version": shown, "conflict": conflict}
    return render(request, "appeals/correct.html", context, status=status)
