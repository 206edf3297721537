"""A section's place in the outline, and whether it is part of the report."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.sections import change_section, move_section
from ombud.reporting.models import ReportSection

STEPS = {"up": -1, "down": 1}


@require_POST
def arrange(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """``arrange`` is "up", "down", "on" or "off"; another word changes nothing."""
    section = get_object_or_404(ReportSection, report_id=pk, key=key)
    wish = request.POST.get("arrange", "")
    if wish in STEPS:
        move_section(section=section, by=request.user, steps=STEPS[wish])
    elif wish in ("on", "off"):
        try:
            version, included = section.version, wish == "on"
            change_section(section=section, version=version, by=request.user, keys=request.keys, included=included)
        except ChangedMeanwhile:
            messages.error(request, _("Someone else changed the section at the same moment. Look and try again."))
    address = reverse("reports-show", args=[request.municipality.code, pk])
    return redirect(f"{address}?section={key}")
