"""The ways to protect the small counts of a report, side by side with what each costs, and the choice of one."""

import json

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.core.release.treatment import treatment_from_json
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.treatments import choose_treatment
from ombud.reporting.drafts import in_language, outline
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import open_report, open_sections
from ombud.reporting.releases.choices import choices


def protection(request: DeskRequest, pk: int) -> HttpResponse:
    """POST keeps the choice with the report: it holds for the draft and every edition frozen after it."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    if request.method == "POST":
        return _choose(request, report)
    opened, sections = open_report(report, request.keys), open_sections(report, request.keys)
    period = report.period
    with in_language(report.language):
        found = choices(period.starts_on, period.ends_on, outline(sections), translation, opened.treatment)
    lines = [(json.dumps(one.treatment.to_json()), one, one.treatment == opened.treatment) for one in found]
    return render(request, "reports/protection.html", {"report": opened, "lines": lines})


def _choose(request: DeskRequest, report: Report) -> HttpResponse:
    try:
        data = json.loads(request.POST.get("treatment", ""))
        chosen = treatment_from_json(data)
        choose_treatment(report=report, treatment=chosen, by=request.user)
    except (ValueError, TypeError, KeyError, AttributeError):
        messages.error(request, _("Choose one of the ways."))
        return redirect("reports-protection", request.municipality.code, report.pk)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
        return redirect("reports-protection", request.municipality.code, report.pk)
    messages.success(request, _("The choice is kept and holds for the draft and the next edition."))
    return redirect("reports-verdict", request.municipality.code, report.pk)
