"""Taking a decision out of the register, after a page that says what goes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.appeals.actions.decisions import remove_decision
from ombud.appeals.models import AppealDecision
from ombud.desk.request import DeskRequest


def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """GET asks, POST removes."""
    decision = get_object_or_404(AppealDecision.objects.select_related("board"), pk=pk)
    if request.method != "POST":
        return render(request, "appeals/remove.html", {"decision": decision})
    remove_decision(decision=decision, by=request.user)
    messages.success(request, _("The decision is taken out of the register."))
    return redirect("appeals-list", request.municipality.code)
