"""Consents: given, corrected when the paper comes, withdrawn, printed for the citizen (R133, R143)."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.casework.actions.case_files.consents import correct_consent, give_consent, withdraw_consent
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.contents.consent import ConsentForm as Form
from ombud.casework.contents.consent import ConsentText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import Consent
from ombud.casework.queries.case_files.opening import opened_case
from ombud.desk.cases.consent_form import ConsentForm, WithdrawalForm
from ombud.desk.cases.correcting import correct, version_of
from ombud.desk.cases.finding import case_or_404, opened_or_404, part_or_404
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest
from ombud.offices.models import Department


def new(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET asks, POST keeps it."""
    row = case_or_404(request, case)
    opened = opened_case(row, request.keys)
    initial = {"given_on": date.today(), "form": Form.ORAL.value}
    form = ConsentForm(request.POST if request.method == "POST" else None, case=opened, initial=initial)
    if request.method == "POST" and form.is_valid():
        text = form.text()
        if attempt(form, lambda: give_consent(case=row, text=text, keys=request.keys, by=request.user)) is not None:
            messages.success(request, _("The consent is kept."))
            return redirect("cases-show", request.municipality.code, case)
    context = {"case": row, "form": form}
    return render(request, "cases/consent_new.html", context, status=422 if request.method == "POST" else 200)


def consent(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """The consent, to be put right or withdrawn."""
    row = part_or_404(request, Consent, case, part)
    opened = opened_case(row.case, request.keys)

    def stored() -> ConsentForm:
        said = asdict(_text(request, part_or_404(request, Consent, case, part)))
        said["departments"] = [str(key) for key in said["departments"]]
        return ConsentForm(case=opened, initial=said)

    return correct(
        request,
        row.case,
        noun="consent",
        row=str(row.pk),
        version=lambda: part_or_404(request, Consent, case, part).version,
        stored=stored,
        typed=lambda: ConsentForm(request.POST, case=opened),
        save=lambda form, seen: correct_consent(
            consent=row, version=seen, text=form.text(), keys=request.keys, by=request.user
        ),
        context={
            "heading": _("Consent"),
            "consent": row,
            "text": _text(request, row),
            "withdrawal": WithdrawalForm(initial={"on": date.today()}),
        },
        template="cases/consent.html",
    )


@require_POST
def withdraw(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """From the day on nothing rests on it any more."""
    row = part_or_404(request, Consent, case, part)
    form, version = WithdrawalForm(request.POST), version_of(request)

    def act() -> Consent:
        said = form.cleaned_data
        return withdraw_consent(consent=row, version=version, keys=request.keys, by=request.user, **said)

    try:
        done = attempt(form, act) if form.is_valid() else None
    except ChangedMeanwhile:
        form.add_error(None, _("Somebody else changed the consent meanwhile. Look at it and withdraw it again."))
        done = None
    if done:
        messages.success(request, _("The consent is withdrawn."))
        return redirect("cases-show", request.municipality.code, case)
    row.refresh_from_db()
    context = {"case": row.case, "consent": row, "form": form, "version": row.version}
    return render(request, "cases/consent_withdraw.html", context, status=422)


def printed(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """The consent on a page to be printed and signed, or shown (R143)."""
    row = part_or_404(request, Consent, case, part)
    opened, text = opened_or_404(request, case), _text(request, row)
    people = {str(one.id): one.text.name for one in opened.parties}
    papers = {str(one.id): one.text.name for one in opened.documents}
    departments = [one.local_name for one in Department.objects.filter(pk__in=text.departments)]
    context = {
        "case": opened,
        "text": text,
        "form": Form(text.form).label,
        "departments": departments,
        "given_by": people.get(text.given_by, ""),
        "document": papers.get(text.document, ""),
    }
    return render(request, "cases/consent_print.html", context)


def _text(request: DeskRequest, row: Consent) -> ConsentText:
    return unseal(request.keys.case_seals(row.case_id), row, ConsentText)
