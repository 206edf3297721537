"""One letter: its text and files, and what is to be done with it."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from ombud.audit.record import record_case
from ombud.casework.actions.case_files.taking import take as take_letter
from ombud.casework.models import Enquiry
from ombud.desk.enquiries.numbers import parse_number
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest
from ombud.intake.actions import inbox
from ombud.intake.models import InboxItem
from ombud.intake.queries.inbox import opened_item


class TakeForm(forms.Form):
    """The registration whose case file the letter goes into."""

    number = forms.CharField(
        label=gettext_lazy("Into the case of enquiry number"),
        max_length=15,
        help_text=gettext_lazy("Such as 7/2026. A case file is opened when there is none."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def show(request: DeskRequest, item: UUID) -> HttpResponse:
    """GET shows the letter, POST puts it into a case."""
    row = _row(item)
    form = TakeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        enquiry = _enquiry(form.cleaned_data["number"])
        if enquiry is None:
            form.add_error("number", _("There is no such enquiry. Register it first."))
        else:
            case = attempt(form, lambda: take_letter(item=row, enquiry=enquiry, keys=request.keys, by=request.user))
            if case is not None:
                messages.success(request, _("The letter lies in the case now."))
                return redirect("cases-show", request.municipality.code, case.pk)
    code = request.municipality.code
    record_case("inbox.read", case=None, by=request.user, municipality=code)
    opened = opened_item(row, request.keys, code)
    context = {"item": opened, "row": row, "form": form, "channel": row.get_channel_display()}
    return render(request, "inbox/show.html", context, status=422 if form.errors else 200)


@require_POST
def set_aside(request: DeskRequest, item: UUID) -> HttpResponse:
    """Out of the way; a second time, thrown away."""
    row = _row(item)
    try:
        if row.set_aside_at is None:
            inbox.set_aside(item=row, keys=request.keys, by=request.user)
            messages.success(request, _("The letter is set aside."))
        else:
            inbox.throw_away(item=row, keys=request.keys, by=request.user)
            messages.success(request, _("The letter is thrown away."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("inbox-list", request.municipality.code)


def _row(item: UUID) -> InboxItem:
    try:
        row: InboxItem = InboxItem.objects.get(pk=item)
    except InboxItem.DoesNotExist:
        raise Http404 from None
    return row


def _enquiry(text: str) -> Enquiry | None:
    number = parse_number(text)
    return Enquiry.objects.filter(number=number[0], year=number[1]).first() if number else None
