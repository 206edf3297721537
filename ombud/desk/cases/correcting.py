"""Correcting a part of a case: what another saved meanwhile and what was typed both stay on the page."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.models import CaseFile
from ombud.desk.differences import differences
from ombud.desk.editing.opened import opened, saved
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest

Form = TypeVar("Form", bound=forms.Form)
UNSEEN = 0


def version_of(request: DeskRequest) -> int:
    """The version that the page was opened with; 0, which no row has, when none was sent."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else UNSEEN


def correct(
    request: DeskRequest,
    case: CaseFile,
    *,
    noun: str,
    row: str,
    version: Callable[[], int],
    stored: Callable[[], Form],
    typed: Callable[[], Form],
    save: Callable[[Form, int], object],
    context: dict[str, Any],
    template: str = "cases/correct.html",
) -> HttpResponse:
    """GET shows what is ``stored``. POST saves what was ``typed``, or says why not; nothing typed is lost.

    ``version`` and ``stored`` are asked anew after a conflict; ``save`` gets the form and the version seen.
    """
    form, seen, status, conflict = stored(), version(), 200, None
    if request.method == "POST":
        form, seen, status = typed(), version_of(request), 422
        try:
            done = form.is_valid() and attempt(form, lambda: (save(form, seen), True)[1])
        except ChangedMeanwhile:
            conflict, seen, status = differences(stored(), form), version(), 409
        else:
            if done:
                saved(request, noun=noun, row=row, over=seen, version=version())
                messages.success(request, _("Saved."))
                return redirect("cases-show", request.municipality.code, case.pk)
    shown = {
        "case": case,
        "form": form,
        "version": seen,
        "conflict": conflict,
        "editing": opened(request, noun=noun, row=row, version=seen),
    }
    return render(request, template, shown | context, status=status)
