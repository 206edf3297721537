"""Changing a row of the set-up. What would move an old figure is refused with the reason at the field."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import attempt, form_for
from ombud.desk.office.nouns import Noun
from ombud.desk.office.rows import name_of, noun_of, row_of
from ombud.offices.actions import entries
from ombud.offices.actions.departments import set_aliases
from ombud.offices.actions.refusals import why_not_remove
from ombud.offices.models import Department, EnquiryType
from ombud.offices.queries.use import use_of


def correct(request: HttpRequest, noun: str, pk: int) -> HttpResponse:
    """GET shows the row, POST changes it."""
    chosen = noun_of(noun)
    row = row_of(chosen, pk)
    name = name_of(row)
    form = form_for(chosen, row=row, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        changed = attempt(form, lambda: _change(chosen, pk, form.cleaned_data, request.user))
        if changed is not None:
            messages.success(request, _("%(name)s is changed.") % {"name": name_of(changed)})
            return redirect("office-list", request.municipality.code, noun)  # type: ignore[attr-defined]
    page = {
        "noun": chosen,
        "row": row,
        "name": name,
        "form": form,
        "use": use_of(row),
        "why_not_remove": why_not_remove(row),
        "definitions": list(row.definitions.all()) if isinstance(row, EnquiryType) else [],
    }
    return render(request, "office/correct.html", page)


@transaction.atomic
def _change(noun: Noun, pk: int, cleaned: dict[str, Any], by: Any) -> Any:
    row = row_of(noun, pk)
    values = dict(cleaned)
    names = values.pop("aliases", []) if noun.model is Department else None
    changed = entries.change(row=row, values=values, by=by)
    if names is not None:
        # The name it had until now was kept as an alias by the change; the list of the form does not take it away.
        kept = [row.name] if row.name != changed.name else []
        set_aliases(department=changed, names=[*names, *kept], by=by)
    return changed
