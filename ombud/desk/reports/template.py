"""The municipality's own Word template."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.reports.forms import TemplateForm
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.word_templates import put_template, remove_template
from ombud.reporting.models import WordTemplate


def template(request: DeskRequest) -> HttpResponse:
    """Upload one or go back to the program's own look."""
    removes = request.POST.get("step") == "remove"
    form = TemplateForm(request.POST, request.FILES) if request.method == "POST" and not removes else TemplateForm()
    if removes:
        remove_template(by=request.user)
        messages.success(request, _("The report has Ombud's own look again."))
        return redirect("reports-template", request.municipality.code)
    if form.is_bound and form.is_valid() and _put(request, form):
        messages.success(request, _("The template is in use from now on."))
        return redirect("reports-template", request.municipality.code)
    context = {"form": form, "template": WordTemplate.objects.first()}
    return render(request, "reports/template.html", context, status=422 if form.errors else 200)


def _put(request: DeskRequest, form: TemplateForm) -> bool:
    file = form.cleaned_data["file"]
    try:
        put_template(name=file.name, content=file.read(), by=request.user)
    except ValidationError as error:
        form.add_error("file", error)
        return False
    return True
