"""Registering an enquiry on one page, by keyboard alone in less than half a minute."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import next_number, register
from ombud.casework.models import Enquiry
from ombud.desk.enquiries.choices import choices_on
from ombud.desk.enquiries.mandate import check
from ombud.desk.enquiries.reading import read
from ombud.desk.enquiries.sheet import Sheet, blank, day_sent, row_to_remove, sent
from ombud.desk.request import DeskRequest
from ombud.offices.roles import Permission, may


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
    enquiry = _register(request, page)
    if enquiry is None:
        return _page(request, page, status=422)
    messages.success(request, _told(request, enquiry), extra_tags=request.path)
    code = request.municipality.code
    return redirect("enquiries-new" if wish == "register-next" else "enquiries-list", code)


def _told(request: DeskRequest, enquiry: Enquiry) -> str:
    """Its number; with the way to a case file for those who may have one."""
    text = _("Registered as %(number)s.") % {"number": enquiry}
    if not may(request.membership.role, Permission.CASES):
        return text
    address = reverse("cases-new", args=[request.municipality.code, enquiry.pk])
    return format_html('{} <a href="{}">{}</a>', text, address, _("Open a case file"))


def _register(request: DeskRequest, page: Sheet) -> Enquiry | None:
    """The enquiry; None when something must be put right."""
    if not page.is_valid:
        return None
    reading = read(page)
    try:
        return register(by=request.user, matters=reading.matters, **reading.fields)
    except ValidationError as error:
        page.refuse(error, reading.places)
        return None


def _next(day: date) -> str:
    return f"{next_number(day.year)}/{day.year}"


def _page(request: DeskRequest, page: Sheet, status: int = 200) -> HttpResponse:
    context = {"sheet": page, "check": check(page), "next_number": _next(page.choices.on)}
    return render(request, "enquiries/new.html", context, status=status)
