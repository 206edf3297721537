"""A unit belongs elsewhere from a day on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import MoveForm, attempt
from ombud.offices.actions import departments
from ombud.offices.models import Department


def move(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks where to and when, POST moves."""
    unit = get_object_or_404(Department.objects, pk=pk)
    form = MoveForm(request.POST or None, departments=Department.objects.filter(parent=None).exclude(pk=pk))
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        moved = attempt(
            form,
            lambda: departments.move(
                unit=unit,
                parent=found["parent"],
                on=found["on"],
                by=request.user,  # type: ignore[arg-type]
            ),
        )
        if moved is not None:
            messages.success(request, _("%(name)s is moved. Old figures stay as they are.") % {"name": moved})
            return redirect("office-list", request.municipality.code, "departments")  # type: ignore[attr-defined]
    return render(request, "office/move.html", {"form": form, "department": unit})
