"""What a type means from a day on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import DefinitionForm, attempt
from ombud.offices.actions.types import define as define_type
from ombud.offices.models import EnquiryType


def define(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows the meanings so far, POST adds one."""
    kind = get_object_or_404(EnquiryType.objects.prefetch_related("definitions"), pk=pk)
    form = DefinitionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: define_type(type=kind, by=request.user, **form.cleaned_data))  # type: ignore[arg-type]
        if made is not None:
            messages.success(request, _("The meaning is kept. Earlier enquiries keep the meaning of their day."))
            return redirect("office-correct", request.municipality.code, "types", pk)  # type: ignore[attr-defined]
    return render(request, "office/define.html", {"form": form, "type": kind})
