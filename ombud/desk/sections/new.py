"""A new section at the end of the outline; it is moved from the draft's page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ombud.desk.request import DeskRequest
from ombud.desk.sections.correct import insertable
from ombud.desk.sections.forms import SectionForm
from ombud.reporting.actions.sections import add_section
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import open_report


def new(request: DeskRequest, pk: int) -> HttpResponse:
    """GET asks for heading and text; POST adds the section and shows it in the draft."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    form = SectionForm(request.POST or None, initial={"level": 1, "numbered": True})
    if request.method == "POST" and form.is_valid():
        fields = {name: form.cleaned_data[name] for name in ("title", "level", "text", "numbered")}
        try:
            section = add_section(report=report, by=request.user, keys=request.keys, **fields)
            messages.success(request, _("The section stands last in the outline."))
            address = reverse("reports-show", args=[request.municipality.code, pk])
            return redirect(f"{address}?section={section.key}")
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "report": open_report(report, request.keys), "section": None, **insertable(report)}
    return render(request, "sections/correct.html", context, status=422 if form.errors else 200)
