"""Registering an enquiry on one page, by keyboard alone in less than half a minute."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import next_number, register
from ombud.desk.enquiries.choices import choices_on
from ombud.desk.enquiries.mandate import check
from ombud.desk.enquiries.reading import read
from ombud.desk.enquiries.sheet import Sheet, blank, day_sent, row_to_remove, sent
from ombud.desk.request import DeskRequest


def new(request: DeskRequest) -> HttpResponse:
    """GET shows an empty page. POST adds or takes out a row, or registers."""
    day = day_sent(request.POST, date.today())
    choices = choices_on(day)
    if request.method != "POST":
        return _page(request, blank(choices, _next(day)))
    page = sent(request.POST, choices, _next(day))
    wish = request.POST.get("do", "register")
    if wish == "add":
        return _page(request, page.with_matter())
    if (row := row_to_remove(wish)) is not None:
        return _page(request, page.without_matter(row))
    number = _register(request, page)
    if number is None:
        return _page(request, page, status=422)
    messages.success(request, _("Registered as %(number)s.") % {"number": number}, extra_tags=request.path)
    code = request.municipality.code
    return redirect("enquiries-new" if wish == "register-next" else "enquiries-list", code)


def _register(request: DeskRequest, page: Sheet) -> str | None:
    """The number of the enquiry; None when something must be put right."""
    if not page.is_valid:
        return None
    reading = read(page)
    try:
        return str(register(by=request.user, matters=reading.matters, **reading.fields))
    except ValidationError as error:
        page.refuse(error, reading.places)
        return None


def _next(day: date) -> str:
    return f"{next_number(day.year)}/{day.year}"


def _page(request: DeskRequest, page: Sheet, status: int = 200) -> HttpResponse:
    context = {"sheet": page, "check": check(page), "next_number": _next(page.choices.on)}
    return render(request, "enquiries/new.html", context, status=status)
