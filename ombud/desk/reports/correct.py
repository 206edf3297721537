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
from ombud.reporting.own_texts import TITLE_PAGE
from ombud.reporting.queries.drafts import open_report


def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """What was typed stays when somebody else was there first; saving again then writes over it."""
    report = get_object_or_404(Report, pk=pk)
    opened = open_report(report, request.keys)
    initial = {name: getattr(opened, name) for name in (*TITLE_PAGE, "version")}
    form = TitlePageForm(request.POST or None, instance=report, initial=initial)
    if request.method == "POST" and form.is_valid() and _changed(request, form):
        messages.success(request, _("Saved."))
        return redirect("reports-show", request.municipality.code, pk)
    context = {"form": form, "report": opened}
    return render(request, "reports/correct.html", context, status=422 if form.errors else 200)


def _changed(request: DeskRequest, form: TitlePageForm) -> bool:
    fields = dict(form.cleaned_data)
    try:
        change_report(report=form.instance, version=fields.pop("version"), by=request.user, keys=request.keys, **fields)
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
