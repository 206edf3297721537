"""A new mandate from a day on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import attempt, form_for
from ombud.desk.office.nouns import NOUNS
from ombud.offices.actions.mandates import COPIED, new_mandate
from ombud.offices.queries.mandates import mandates


def mandate(request: HttpRequest) -> HttpResponse:
    """GET shows the latest mandate to change in, POST makes the new one and ends the latest the day before."""
    latest = mandates().last()
    initial = {name: getattr(latest, name) for name in COPIED} if latest else {}
    form = form_for(NOUNS["mandates"], data=request.POST or None, initial=initial)
    form.fields["starts_on"].required = latest is not None
    form.fields["starts_on"].help_text = _("The first day of the new mandate. The one before ends the day before.")
    del form.fields["ends_on"]
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        starts_on, name = values.pop("starts_on"), values.pop("name")
        made = attempt(
            form,
            lambda: new_mandate(starts_on=starts_on, name=name, values=values, by=request.user),  # type: ignore[arg-type]
        )
        if made is not None:
            messages.success(request, _("%(name)s is added.") % {"name": made})
            return redirect("office-list", request.municipality.code, "mandates")  # type: ignore[attr-defined]
    return render(request, "office/mandate.html", {"form": form, "latest": latest})
