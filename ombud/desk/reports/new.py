"""A new draft from the outline or from an earlier report."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.reports.forms import NewReportForm
from ombud.reporting.actions.reports import make_report


def new(request: HttpRequest) -> HttpResponse:
    """GET asks for period and language; POST makes the draft and opens it."""
    form = NewReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        report = make_report(by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        messages.success(request, _("The draft is made. Every text can be changed."))
        return redirect("reports-show", request.municipality.code, report.pk)  # type: ignore[attr-defined]
    return render(request, "reports/new.html", {"form": form}, status=422 if form.errors else 200)
