"""What an entry of one version of the themes answers to in another."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.casework.queries.register_conditions import primary_key
from ombud.desk.office.forms import MapForm, attempt
from ombud.offices.actions.taxonomies import map_theme, unmap_theme
from ombud.offices.models import Theme, ThemeMapping


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows the mappings, POST adds one or takes one (``remove``) back."""
    theme = get_object_or_404(Theme.objects.select_related("taxonomy"), pk=pk)
    mappings = ThemeMapping.objects.filter(source=theme).select_related("target__taxonomy")
    others = Theme.objects.exclude(taxonomy=theme.taxonomy).exclude(parent=None).select_related("taxonomy")
    form = MapForm(None if "remove" in request.POST else request.POST or None, targets=others)
    back = redirect("office-map", request.municipality.code, pk)  # type: ignore[attr-defined]
    if request.method == "POST" and "remove" in request.POST:
        mapping = get_object_or_404(mappings, pk=primary_key(request.POST["remove"]))
        unmap_theme(mapping=mapping, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("The mapping is taken back."))
        return back
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: map_theme(source=theme, by=request.user, **form.cleaned_data))  # type: ignore[arg-type]
        if made is not None:
            messages.success(request, _("The mapping is kept."))
            return back
    return render(request, "office/map.html", {"theme": theme, "mappings": mappings, "form": form, "others": others})
