"""Writing a section; two who write at the same time are both told and no text is lost."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.core.identities.case_departments import has_case
from ombud.desk.cases.correcting import version_of
from ombud.desk.editing.opened import opened, saved
from ombud.desk.request import DeskRequest
from ombud.desk.sections.cases import told_without_departments
from ombud.desk.sections.forms import SectionForm
from ombud.reporting.actions.sections import change_section
from ombud.reporting.counting.live_numbers import DANISH
from ombud.reporting.drafts import in_language
from ombud.reporting.models import Report, ReportSection
from ombud.reporting.queries.drafts import OpenedSection, open_report, open_section
from ombud.reporting.statistics import statistics_for

FIELDS = ("title", "level", "numbered", "text", "version")


def correct(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """GET shows the text with all that can be inserted beside it; POST saves, or takes the departments out of the cases
    for somebody to read through first.
    """
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    section = get_object_or_404(ReportSection, report=report, key=key)
    ours = open_section(section, request.keys)
    form = SectionForm(request.POST or None, initial={name: getattr(ours, name) for name in FIELDS})
    theirs = None
    if "without-departments" in request.POST and form.is_valid():
        form = told_without_departments(request, form, report.language)
    elif request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        version = fields.pop("version") or 0
        try:
            stands = change_section(section=section, version=version, by=request.user, keys=request.keys, **fields)
            saved(request, noun="section", row=str(section.pk), over=version, version=stands.version)
            messages.success(request, _("Saved."))
            address = reverse("reports-show", args=[request.municipality.code, pk])
            return redirect(f"{address}?section={key}")
        except ChangedMeanwhile:
            theirs = open_section(ReportSection.objects.get(pk=section.pk), request.keys)
            typed = request.POST.copy()
            typed["version"] = str(theirs.version)
            form.data = typed
        except ValidationError as error:
            form.add_error(None, error)
    page = {"report": open_report(report, request.keys), "section": ours, "theirs": theirs}
    has_cases = has_case(str(form["text"].value() or ""))
    context = {"form": form, "has_cases": has_cases, **page, **insertable(report)}
    seen = theirs.version if theirs else version_of(request) if form.is_bound else section.version
    context["editing"] = opened(request, noun="section", row=str(section.pk), version=seen)
    return render(request, "sections/correct.html", context, status=_status(form, theirs))


def insertable(report: Report) -> dict[str, object]:
    """The tables, figures and live numbers that the text may name, in the report's language."""
    with in_language(report.language):
        found = statistics_for(report.period.starts_on, report.period.ends_on, translation)
    numbers = {name: text for name, text in found.numbers.items() if _is_in(report.language, name)}
    return {
        "tables": found.tables.values(),
        "figures": found.figures.values(),
        "numbers": {name: text for name, text in numbers.items() if ":" not in name},
        "more_numbers": {name: text for name, text in numbers.items() if ":" in name},
    }


def _is_in(language: str, name: str) -> bool:
    """Every number has an English and a Danish name; a writer is shown those of the report's language."""
    first = name.split(":")[0]
    own = DANISH.values() if language == "da" else DANISH.keys()
    return first in own


def _status(form: SectionForm, theirs: OpenedSection | None) -> int:
    return 409 if theirs else 422 if form.errors else 200
