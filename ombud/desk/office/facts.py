"""The municipality's own facts."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import FactsForm, attempt
from ombud.offices.actions.municipalities import change_facts, set_duration_bands
from ombud.offices.models import Municipality


def facts(request: HttpRequest) -> HttpResponse:
    """GET shows them, POST changes them."""
    municipality = Municipality.objects.get(pk=request.municipality.pk)  # type: ignore[attr-defined]
    limits = [band["most_days"] for band in municipality.duration_bands if band["most_days"] is not None]
    form = FactsForm(request.POST or None, instance=municipality, initial={"limits": limits})
    if request.method == "POST" and form.is_valid():
        changed = attempt(form, lambda: _change(municipality, form.cleaned_data, request.user))
        if changed is not None:
            messages.success(request, _("The facts of the municipality are changed."))
            return redirect("office-index", municipality.code)
    return render(request, "office/facts.html", {"form": form})


@transaction.atomic
def _change(municipality: Municipality, cleaned: dict[str, Any], by: Any) -> Municipality:
    values = dict(cleaned)
    limits = values.pop("limits")
    change_facts(municipality=municipality, values=values, by=by)
    return set_duration_bands(municipality=municipality, limits=limits, by=by)
