"""One import from the file to the register: it can be left and come back to."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions import imports as actions
from ombud.casework.models import ImportRun
from ombud.desk.imports.decisions import read_decisions
from ombud.desk.imports.kinds import KINDS
from ombud.desk.imports.preview import preview
from ombud.desk.imports.work import apply_soon, read_soon
from ombud.desk.request import DeskRequest
from ombud.reporting.importing import importer_of

State = ImportRun.State
BUSY = (State.UPLOADED, State.READING, State.WRITING)


def show(request: DeskRequest, pk: UUID) -> HttpResponse:
    """POST decides (``do`` = choose), writes (apply) or gives up (drop); what is refused is said on the page."""
    run = get_object_or_404(ImportRun.objects, pk=pk)
    if request.method == "POST":
        return _do(request, run)
    importer = importer_of(run.kind)
    context = {
        "run": run,
        "kind": KINDS[run.kind],
        "fields": importer.fields,
        "preview": preview(run, importer.fields),
        "busy": run.state in BUSY,
        "share": round(100 * run.done / run.total) if run.total else None,
    }
    return render(request, "imports/show.html", context)


def _do(request: DeskRequest, run: ImportRun) -> HttpResponse:
    wish = request.POST.get("do", "")
    try:
        if wish == "choose":
            chosen = read_decisions(request.POST)
            actions.decide(
                run=run,
                columns=chosen.columns,
                values=chosen.values,
                keep_hand_corrections=chosen.keep_hand_corrections,
                overwrite=chosen.overwrite,
            )
            read_soon(run)
        elif wish == "apply":
            apply_soon(run, request.user)
        elif wish == "drop":
            actions.drop(run=run, by=request.user)
            messages.success(request, _("The import is given up. Nothing was written, and the file is deleted."))
            return redirect("imports-list", request.municipality.code)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
    return redirect("imports-show", request.municipality.code, run.pk)
