"""A new row of the set-up."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import attempt, form_for
from ombud.desk.office.nouns import Noun
from ombud.desk.office.rows import name_of, noun_of
from ombud.offices.actions import entries
from ombud.offices.actions.departments import set_aliases
from ombud.offices.models import Department


def new(request: HttpRequest, noun: str) -> HttpResponse:
    """GET shows an empty form, POST adds what it says."""
    chosen = noun_of(noun)
    if chosen.made_at:
        return redirect(chosen.made_at, request.municipality.code)  # type: ignore[attr-defined]
    initial = {
        name: request.GET[name] for name in ("mandate", "taxonomy", "parent", "department") if name in request.GET
    }
    form = form_for(chosen, data=request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _add(chosen, form.cleaned_data, request.user))
        if made is not None:
            messages.success(request, _("%(name)s is added.") % {"name": name_of(made)})
            return redirect("office-list", request.municipality.code, noun)  # type: ignore[attr-defined]
    return render(request, "office/new.html", {"noun": chosen, "form": form})


@transaction.atomic
def _add(noun: Noun, cleaned: dict[str, Any], by: Any) -> Any:
    values = dict(cleaned)
    names = values.pop("aliases", None) if noun.model is Department else None
    made = entries.add(model=noun.model, values=values, by=by)  # type: ignore[arg-type]
    if names:
        set_aliases(department=made, names=names, by=by)
    return made
