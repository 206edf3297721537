"""A new version of the themes from a day on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import TaxonomyForm, attempt
from ombud.offices.actions.taxonomies import new_taxonomy
from ombud.offices.models import Taxonomy
from ombud.offices.queries.profiles import theme_file, theme_files

COPY = "copy"


def taxonomy(request: HttpRequest) -> HttpResponse:
    """GET asks what to begin with, POST makes the version and ends the latest the day before."""
    latest = Taxonomy.objects.last()
    copied = [(COPY, _("A copy of %(name)s, to change afterwards") % {"name": latest})] if latest else []
    form = TaxonomyForm(request.POST or None, sources=[*copied, *theme_files()])
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        content = None if found["source"] == COPY else theme_file(found["source"])
        made = attempt(
            form,
            lambda: new_taxonomy(
                starts_on=found["starts_on"],
                name=found["name"],
                content=content,
                by=request.user,  # type: ignore[arg-type]
            ),
        )
        if made is not None:
            messages.success(request, _("%(name)s is added.") % {"name": made})
            return redirect("office-themes", request.municipality.code, made.pk)  # type: ignore[attr-defined]
    return render(request, "office/taxonomy.html", {"form": form, "latest": latest})
