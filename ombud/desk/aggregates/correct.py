"""Correcting or removing one published figure."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.desk.days import DayField
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.aggregates import change_figure, remove_figure
from ombud.reporting.models import Aggregate


class AggregateForm(forms.ModelForm):  # type: ignore[type-arg]
    starts_on = DayField(label=gettext_lazy("From"))
    ends_on = DayField(label=gettext_lazy("Until and including"))

    class Meta:
        model = Aggregate
        fields = ["starts_on", "ends_on", "unit", "dimension", "value", "count", "source", "caveat"]


def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """``step`` "remove" takes the figure away; it stays in the log."""
    figure = get_object_or_404(Aggregate, pk=pk)
    if request.method == "POST" and request.POST.get("step") == "remove":
        remove_figure(figure=figure, by=request.user)
        messages.success(request, _("Removed."))
        return redirect("aggregates-list", request.municipality.code)
    form = AggregateForm(request.POST or None, instance=figure)
    if request.method == "POST" and form.is_valid() and _changed(request, form, pk):
        messages.success(request, _("Saved."))
        return redirect("aggregates-list", request.municipality.code)
    return render(request, "aggregates/correct.html", {"form": form}, status=422 if form.errors else 200)


def _changed(request: DeskRequest, form: AggregateForm, pk: int) -> bool:
    try:
        # The form has set its values on the row it was given; the action compares with the row as it is stored.
        change_figure(figure=Aggregate.objects.get(pk=pk), by=request.user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True
