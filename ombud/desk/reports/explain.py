"""The note that explains a difference, written or taken back from the page of what stops publication."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.desk.reports.differences import find
from ombud.desk.reports.forms import ExplainForm
from ombud.desk.reports.publish import page
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.explanations import explain as explain_difference
from ombud.reporting.actions.explanations import withdraw
from ombud.reporting.drafts import render
from ombud.reporting.models import Report


@require_POST
def explain(request: DeskRequest, pk: int) -> HttpResponse:
    """What was typed stays when it cannot be a note. A difference that is gone needs none, and that is said."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    there = redirect(reverse("reports-publish", args=[request.municipality.code, pk]) + "#differences")
    key = request.POST.get("key", "")
    if request.POST.get("step") == "withdraw":
        for explanation in report.explanations.filter(key=key):
            withdraw(explanation=explanation, by=request.user, keys=request.keys)
            messages.success(request, _("The note is taken back."))
        return there
    _document, problems = render(report, translation, request.keys)
    if find(problems, key) is None:
        messages.warning(request, _("The numbers have changed: this difference is no longer there."))
        return there
    form = ExplainForm(request.POST, auto_id=f"difference-{key[:8]}-%s")
    if form.is_valid() and _explained(request, report, form):
        messages.success(request, _("The note will be printed with the numbers."))
        return there
    return page(request, report, bound=form)


def _explained(request: DeskRequest, report: Report, form: ExplainForm) -> bool:
    try:
        explain_difference(report=report, by=request.user, keys=request.keys, **form.cleaned_data)
    except ValidationError as error:
        form.add_error("text", [message for found in error.message_dict.values() for message in found])
        return False
    return True
