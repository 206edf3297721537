"""Registering an enquiry on one page, by keyboard alone in less than half a minute."""

import uuid
from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import next_number, register
from ombud.casework.models import Enquiry
from ombud.desk.enquiries.choices import choices_on
from ombud.desk.enquiries.mandate import check
from ombud.desk.enquiries.reading import read
from ombud.desk.enquiries.sheet import Sheet, blank, day_sent, row_to_remove, sent
from ombud.desk.request import DeskRequest
from ombud.identity.submissions import done_once


def new(request: DeskRequest) -> HttpResponse:
    """GET shows an empty page. POST adds or takes out a row, or registers; the token makes a double click one."""
    day = day_sent(request.POST, date.today())
    choices = choices_on(day)
    if request.method != "POST":
        return _page(request, blank(choices, _next(day)), uuid.uuid4().hex)
    token = request.POST.get("once", "")[:64] or uuid.uuid4().hex
    page = sent(request.POST, choices, _next(day))
    wish = request.POST.get("do", "register")
    if wish == "add":
        return _page(request, page.with_matter(), token)
    if (row := row_to_remove(wish)) is not None:
        return _page(request, page.without_matter(row), token)
    number = _register(request, page, token)
    if number is None:
        return _page(request, page, token, status=422)
    messages.success(request, _("Registered as %(number)s.") % {"number": number}, extra_tags=request.path)
    code = request.municipality.code
    return redirect("enquiries-new" if wish == "register-next" else "enquiries-list", code)


def _register(request: DeskRequest, page: Sheet, token: str) -> str | None:
    """The number of the enquiry; None when something must be put right."""
    if not page.is_valid:
        return None
    reading = read(page)

    def work() -> int:
        return register(by=request.user, matters=reading.matters, **reading.fields).pk

    try:
        key, _done_now = done_once(request.session, token, work)
    except ValidationError as error:
        page.refuse(error, reading.places)
        return None
    enquiry = Enquiry.objects.filter(pk=key).first()
    return str(enquiry) if enquiry else ""


def _next(day: date) -> str:
    return f"{next_number(day.year)}/{day.year}"


def _page(request: DeskRequest, page: Sheet, token: str, status: int = 200) -> HttpResponse:
    context = {"sheet": page, "token": token, "check": check(page), "next_number": _next(page.choices.on)}
    return render(request, "enquiries/new.html", context, status=status)
