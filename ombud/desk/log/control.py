"""The sample checks of the log: those that were made, and drawing a new one."""

from datetime import date

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from ombud.audit.actions.controls import SIZE, draw
from ombud.audit.models import Control
from ombud.audit.queries.verify import FAULTS, Fault
from ombud.desk.log.reminder import control_due
from ombud.desk.request import DeskRequest


def show(request: DeskRequest) -> HttpResponse:
    """POST draws by lot and leads to the check."""
    problems: list[dict[str, str]] = []
    if request.method == "POST":
        try:
            made = draw(municipality=request.municipality.code, by=request.user, today=date.today())
            return redirect("log-check", request.municipality.code, made.pk)
        except ValidationError as refused:
            problems = [{"anchor": "", "label": "", "message": message} for message in refused.messages]
    context = {"controls": Control.objects.all(), "size": SIZE, "due": control_due(request), "problems": problems}
    return render(request, "log/control.html", context)


def chain_said(control: Control) -> str:
    """What was found of the chain when the lot was drawn; "" where it was whole."""
    if not control.chain_fault:
        return ""
    return str(FAULTS[Fault(control.chain_fault)] % {"position": control.chain_position})
