"""Taking away a row of the set-up on which nothing rests, after a page that asks."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.rows import name_of, noun_of, row_of
from ombud.offices.actions import entries
from ombud.offices.actions.refusals import why_not_remove


def remove(request: HttpRequest, noun: str, pk: int) -> HttpResponse:
    """GET asks, or says why not; POST removes."""
    chosen = noun_of(noun)
    row = row_of(chosen, pk)
    name = name_of(row)
    if request.method == "POST":
        try:
            entries.remove(row=row, by=request.user)  # type: ignore[arg-type]
        except ValidationError as error:
            messages.error(request, error.messages[0])
        else:
            messages.success(request, _("%(name)s is removed.") % {"name": name})
        return redirect("office-list", request.municipality.code, noun)  # type: ignore[attr-defined]
    page = {"noun": chosen, "row": row, "name": name, "reason": why_not_remove(row)}
    return render(request, "office/remove.html", page)
