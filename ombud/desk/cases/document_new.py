"""Taking documents into a case. They are sealed while they arrive and go into the case as they are."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombud.casework.actions.case_files.documents import LARGEST, GivenFile, add_documents
from ombud.desk.cases.document_form import DocumentsForm
from ombud.desk.cases.finding import case_or_404
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest


def new(request: DeskRequest, case: UUID) -> HttpResponse:
    """POST takes all files or none. What was typed stays; a browser never gives files back, and the page says so."""
    row = case_or_404(request, case)
    form = DocumentsForm(initial={"received_on": date.today()})
    if request.method == "POST":
        form = DocumentsForm(request.POST, request.FILES)
        if form.is_valid():
            about = {name: form.cleaned_data[name] for name in ("description", "received_from", "received_on")}
            given = [GivenFile(file, str(file.name)) for file in form.cleaned_data["documents"]]
            added = attempt(
                form,
                lambda: add_documents(case=row, files_given=given, keys=request.keys, by=request.user, **about),
            )
            if added is not None:
                said = ngettext("%(count)d document is saved.", "%(count)d documents are saved.", len(added))
                messages.success(request, said % {"count": len(added)})
                return redirect("cases-show", request.municipality.code, case)
        if request.FILES:
            form.add_error(
                "documents", _("Nothing is saved yet. Choose the files again: the browser does not keep them.")
            )
    context = {"case": row, "form": form, "largest": LARGEST}
    return render(request, "cases/document_new.html", context, status=422 if form.errors else 200)
