"""The last day of a theme, with all below it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.desk.office.forms import RetireForm, attempt
from ombud.offices.actions.taxonomies import retire_theme
from ombud.offices.models import Theme
from ombud.offices.queries.use import use_of


def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks for the day, POST ends it."""
    theme = get_object_or_404(Theme.objects.select_related("taxonomy"), pk=pk)
    form = RetireForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["ends_on"]
        ended = attempt(form, lambda: retire_theme(theme=theme, last_day=day, by=request.user))  # type: ignore[arg-type]
        if ended is not None:
            messages.success(request, _("%(name)s goes out of use. Old figures stay as they are.") % {"name": theme})
            return redirect("office-themes", request.municipality.code, theme.taxonomy_id)  # type: ignore[attr-defined]
    return render(request, "office/retire.html", {"form": form, "theme": theme, "use": use_of(theme)})
