"""A department becomes several from a day on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import SplitForm, attempt
from ombud.offices.actions import departments
from ombud.offices.models import Department


def split(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks for names and day, POST splits."""
    department = get_object_or_404(Department.objects, pk=pk)
    form = SplitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        made = attempt(
            form,
            lambda: departments.split(
                department=department,
                names=found["names"],
                on=found["on"],
                by=request.user,  # type: ignore[arg-type]
            ),
        )
        if made is not None:
            messages.success(request, _("%(name)s is split. Old figures stay as they are.") % {"name": department})
            return redirect("office-list", request.municipality.code, "departments")  # type: ignore[attr-defined]
    return render(request, "office/split.html", {"form": form, "department": department})
