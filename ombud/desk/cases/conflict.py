"""Conflicts of interest: who is shut out of the case, and letting in again (R144)."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.actions.case_files.conflicts import declare_conflict, let_in
from ombud.desk.cases.finding import case_or_404
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest
from ombud.identity.models import User
from ombud.offices.queries.memberships import case_members
from ombud.privacy.actions.cases import shut_out_from


class ConflictForm(forms.Form):
    """Who is partial, or no longer."""

    person = forms.ModelChoiceField(
        label=gettext_lazy("Who"),
        queryset=User.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": gettext_lazy("Choose a person.")},
    )


def conflict(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET shows who can open the case. POST shuts a member out, oneself included, or lets one in again."""
    row = case_or_404(request, case)
    out = User.objects.filter(pk__in=shut_out_from(row.pk)).order_by("name")
    members = User.objects.filter(pk__in=case_members(row.municipality, timezone.localdate())).order_by("name")
    inside = members.exclude(pk__in=[person.pk for person in out])
    form = ConflictForm()
    if request.method == "POST":
        wish = request.POST.get("do")
        form = ConflictForm(request.POST)
        form.fields["person"].queryset = out if wish == "let-in" else inside  # type: ignore[attr-defined]
        act = let_in if wish == "let-in" else declare_conflict
        if form.is_valid() and attempt(form, lambda: _done(request, act, row, form.cleaned_data["person"])):
            return _after(request, row.pk, form.cleaned_data["person"], wish)
    form.fields["person"].queryset = inside  # type: ignore[attr-defined]
    context = {"case": row, "form": form, "out": out}
    return render(request, "cases/conflict.html", context, status=422 if form.errors else 200)


def _done(request: DeskRequest, act: object, row: object, person: User) -> bool:
    act(case=row, person=person, keys=request.keys, by=request.user)  # type: ignore[operator]
    return True


def _after(request: DeskRequest, case: UUID, person: User, wish: str | None) -> HttpResponse:
    if wish == "let-in":
        messages.success(request, _("%(name)s can open the case again.") % {"name": person.name})
        return redirect("cases-conflict", request.municipality.code, case)
    messages.success(request, _("%(name)s is shut out of the case and finds it nowhere.") % {"name": person.name})
    if person.pk == request.user.pk:
        return redirect("cases-list", request.municipality.code)
    return redirect("cases-conflict", request.municipality.code, case)
