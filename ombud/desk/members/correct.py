"""Changing the days of a role, or ending it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.members.forms import DaysForm
from ombud.desk.members.rows import membership_or_404
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest
from ombud.offices.actions.memberships import correct as correct_days
from ombud.offices.actions.memberships import why_not_change
from ombud.offices.roles import sentence


def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """Nobody's own role can be changed here, and the last adviser's cannot be ended; the page says why."""
    row = membership_or_404(request, pk)
    form = DaysForm(request.POST or None, initial={"starts_on": row.starts_on, "ends_on": row.ends_on})
    if request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: correct_days(membership=row, **form.cleaned_data, by=request.user))
        if done is not None:
            messages.success(request, _("The days of %(name)s are changed.") % {"name": row.user.name})
            return redirect("members-list", request.municipality.code)
    context = {
        "row": row,
        "form": form,
        "sentence": sentence(row.role),
        "why_not": why_not_change(row.user, request.municipality, by=request.user),
    }
    return render(request, "members/correct.html", context, status=422 if form.errors else 200)
