"""Choosing a file: what kind it is, what it should look like."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from ombud.casework.actions.imports import start
from ombud.casework.models import ImportRun
from ombud.desk.imports.kinds import KINDS
from ombud.desk.imports.work import read_soon
from ombud.desk.request import DeskRequest
from ombud.reporting.importing import importer_of


class UploadForm(forms.Form):
    """A kind and a file."""

    kind = forms.ChoiceField(label=_("What is in the file?"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("File"),
        help_text=_("csv, xlsx, ods or xls. Nothing is written to the register before you have seen a preview."),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = [(kind.key, kind.name) for kind in KINDS.values()]
        self.fields["kind"].choices = options  # type: ignore[attr-defined]


def new(request: DeskRequest) -> HttpResponse:
    """POST takes the file in and reads it, or leaves it to the worker."""
    asked = request.GET.get("kind", "registrations")
    form = UploadForm(request.POST or None, request.FILES or None, initial={"kind": asked})
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        run = _start(request, form) if form.is_valid() else None
        if run is not None:
            read_soon(run)
            return redirect("imports-show", request.municipality.code, run.pk)
    shapes = [(kind, importer_of(key).fields) for key, kind in KINDS.items()]
    return render(request, "imports/new.html", {"form": form, "shapes": shapes}, status=422 if form.errors else 200)


def _start(request: DeskRequest, form: UploadForm) -> ImportRun | None:
    file = form.cleaned_data["file"]
    try:
        return start(content=file, file_name=file.name, kind=form.cleaned_data["kind"], by=request.user)
    except ValidationError as error:
        form.add_error(None, error)
        return None
