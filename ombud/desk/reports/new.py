"""A new draft from the outline or from an earlier report."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.reports.forms import NewReportForm
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.reports import make_report


def new(request: DeskRequest) -> HttpResponse:
    """GET asks for period and language; POST makes the draft and opens it."""
    form = NewReportForm(request.POST or None, keys=request.keys)
    if request.method == "POST" and form.is_valid():
        report = make_report(by=request.user, keys=request.keys, **form.cleaned_data)
        messages.success(request, _("The draft is made. Every text can be changed."))
        return redirect("reports-show", request.municipality.code, report.pk)
    return render(request, "reports/new.html", {"form": form}, status=422 if form.errors else 200)
