"""The persons of a case: added, identified later, corrected, taken out; the CPR number shown once, for a purpose."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.audit.purposes import Purpose
from ombud.casework.actions.case_files.parties import add_party, correct_party, identify, remove_party, show_cpr
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.contents.party import PartyRole
from ombud.casework.models import Enquiry, Party
from ombud.casework.queries.case_files.opening import opened_case, opened_party
from ombud.casework.queries.case_files.recognising import Recognised, met_elsewhere
from ombud.desk.cases.correcting import correct, version_of
from ombud.desk.cases.finding import case_or_404, part_or_404
from ombud.desk.cases.party_form import PartyForm, typed_from
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest


class PurposeForm(forms.Form):
    """Why the whole number is to be seen."""

    purpose = forms.ChoiceField(label=gettext_lazy("Why do you need to see it?"), choices=Purpose.choices)


def new(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET asks, POST adds. The first citizen of an anonymous case identifies it (R131)."""
    row = case_or_404(request, case)
    opened = opened_case(row, request.keys)
    form = PartyForm(
        request.POST if request.method == "POST" else None,
        others=opened.parties,
        initial={"role": PartyRole.CITIZEN.value},
    )
    if request.method == "POST" and form.is_valid():
        text = form.text()
        act = identify if opened.is_anonymous and text.role == PartyRole.CITIZEN else add_party
        party = attempt(form, lambda: act(case=row, text=text, keys=request.keys, by=request.user))
        if party is not None:
            messages.success(request, _("The person is added."))
            return redirect("cases-party", request.municipality.code, case, party.pk)
    context = {"case": row, "form": form, "anonymous": opened.is_anonymous}
    return render(request, "cases/party_new.html", context, status=422 if request.method == "POST" else 200)


def party(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """The person, to be corrected; and where else in the office the same citizen was met."""
    row = part_or_404(request, Party, case, part)
    others = tuple(one for one in opened_case(row.case, request.keys).parties if one.id != row.pk)
    opened = opened_party(row, request.keys)

    def stored() -> PartyForm:
        now = opened_party(part_or_404(request, Party, case, part), request.keys)
        return PartyForm(initial=typed_from(now.text), others=others)

    return correct(
        request,
        row.case,
        noun="party",
        row=str(row.pk),
        version=lambda: part_or_404(request, Party, case, part).version,
        stored=stored,
        typed=lambda: PartyForm(request.POST, others=others),
        save=lambda form, seen: correct_party(
            party=row, version=seen, text=form.text(), keys=request.keys, by=request.user
        ),
        context={
            # The name stands below it: a heading is the page's title too, which the browser remembers.
            "heading": PartyRole(opened.text.role).label,
            "party": opened,
            "purpose_form": PurposeForm(),
            "elsewhere": _elsewhere(request, row),
        },
        template="cases/party.html",
    )


def cpr(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """POST shows the whole number once, after its line in the log; it stands on this answer only."""
    row = part_or_404(request, Party, case, part)
    form = PurposeForm(request.POST if request.method == "POST" else None)
    number = ""
    if request.method == "POST" and form.is_valid():
        number = show_cpr(party=row, purpose=form.cleaned_data["purpose"], keys=request.keys, by=request.user)
    context = {"case": row.case, "party": opened_party(row, request.keys), "form": form, "number": number}
    return render(request, "cases/cpr.html", context, status=422 if form.errors else 200)


def remove(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """GET asks, POST takes a person out who was added by mistake."""
    row = part_or_404(request, Party, case, part)
    if request.method == "POST":
        try:
            remove_party(party=row, version=version_of(request), keys=request.keys, by=request.user)
        except ChangedMeanwhile:
            messages.error(request, _("Somebody else changed the person meanwhile. Look again first."))
            return redirect("cases-party", request.municipality.code, case, part)
        messages.success(request, _("The person is taken out of the case."))
        return redirect("cases-show", request.municipality.code, case)
    return render(request, "cases/party_remove.html", {"case": row.case, "party": opened_party(row, request.keys)})


def _elsewhere(request: DeskRequest, row: Party) -> list[tuple[Recognised, str]]:
    """Other cases of the same citizen with their numbers; nothing where the municipality does not want it."""
    found = met_elsewhere(row, request.keys)
    numbers = Enquiry.objects.in_bulk([one.enquiry for one in found])
    return [(one, str(numbers[one.enquiry])) for one in found if one.enquiry in numbers]
