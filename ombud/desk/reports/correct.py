"""The title page of a draft."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.desk.reports.forms import TitlePageForm
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.reports import change_report
from ombud.reporting.models import Report


def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """What was typed stays when somebody else was there first; saving again then writes over it."""
    report = get_object_or_404(Report, pk=pk)
    form = TitlePageForm(request.POST or None, instance=report, initial={"version": report.version})
    if request.method == "POST" and form.is_valid() and _changed(request, form):
        messages.success(request, _("Saved."))
        return redirect("reports-show", request.municipality.code, pk)
    context = {"form": form, "report": Report.objects.get(pk=pk)}
    return render(request, "reports/correct.html", context, status=422 if form.errors else 200)


def _changed(request: DeskRequest, form: TitlePageForm) -> bool:
    fields = dict(form.cleaned_data)
    try:
        change_report(report=form.instance, version=fields.pop("version"), by=request.user, **fields)
    except ChangedMeanwhile:
        form.add_error(None, _("Someone else changed the title page meanwhile. Check it and save again."))
        typed = request.POST.copy()
        typed["version"] = str(Report.objects.get(pk=form.instance.pk).version)
        form.data = typed
        return False
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
