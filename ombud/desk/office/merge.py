"""Several departments become one from a day on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import MergeForm, attempt
from ombud.offices.actions import departments
from ombud.offices.models import Department


def merge(request: HttpRequest) -> HttpResponse:
    """GET asks which, POST merges them."""
    tops = Department.objects.filter(parent=None, ends_on=None)
    form = MergeForm(request.POST or None, departments=tops)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        made = attempt(
            form,
            lambda: departments.merge(
                departments=list(found["departments"]),
                into=found["into"],
                name=found["name"],
                name_en=found["name_en"],
                on=found["on"],
                by=request.user,  # type: ignore[arg-type]
            ),
        )
        if made is not None:
            messages.success(
                request, _("%(name)s takes over from the day. Old figures stay as they are.") % {"name": made}
            )
            return redirect("office-list", request.municipality.code, "departments")  # type: ignore[attr-defined]
    return render(request, "office/merge.html", {"form": form})
