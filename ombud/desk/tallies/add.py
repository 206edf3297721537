"""Contacts without an enquiry, counted with one click on the overview (R29, R30)."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.casework.actions.tallies import tally
from ombud.desk.request import DeskRequest


@require_POST
def add(request: DeskRequest) -> HttpResponse:
    """Counts one more today, or takes one back with ``step=-1``."""
    step = -1 if request.POST.get("step") == "-1" else 1
    try:
        row = tally(on=date.today(), kind=request.POST.get("kind", ""), step=step, by=request.user)
        said = _("%(kind)s: %(count)d today.") % {"kind": row.get_kind_display(), "count": row.count}
        messages.success(request, said)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
    return redirect("overview", request.municipality.code)
