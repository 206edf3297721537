"""An enquiry as it stands: look it up, correct it, note a later contact, see what happened to it."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.actions.enquiries import correct as correct_enquiry
from ombud.casework.models import Enquiry
from ombud.casework.queries.case_files.finding import case_of
from ombud.desk.differences import Difference, compare
from ombud.desk.editing.opened import opened, saved
from ombud.desk.enquiries.choices import choices_on
from ombud.desk.enquiries.forms import ContactForm
from ombud.desk.enquiries.history import told
from ombud.desk.enquiries.mandate import check
from ombud.desk.enquiries.reading import read
from ombud.desk.enquiries.sheet import Sheet, day_sent, of, row_to_remove, sent
from ombud.desk.request import DeskRequest


def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """GET shows the enquiry. POST adds or takes out a row, or saves; what another changed meanwhile is never lost."""
    enquiry = get_object_or_404(Enquiry.objects, pk=pk)
    choices = choices_on(day_sent(request.POST, enquiry.received_on), enquiry)
    if request.method != "POST":
        return _page(request, enquiry, of(enquiry, choices), enquiry.version)
    version = _version(request, enquiry)
    page = sent(request.POST, choices)
    wish = request.POST.get("do", "register")
    if wish == "add":
        return _page(request, enquiry, page.with_matter(), version)
    if (row := row_to_remove(wish)) is not None:
        return _page(request, enquiry, page.without_matter(row), version)
    try:
        done = _save(request, enquiry, page, version)
    except ChangedMeanwhile:
        enquiry.refresh_from_db()
        theirs = of(enquiry, choices_on(enquiry.received_on, enquiry))
        return _page(request, enquiry, page, enquiry.version, 409, compare(theirs.texts(), page.texts()))
    if not done:
        return _page(request, enquiry, page, version, 422)
    saved(request, noun="enquiry", row=str(enquiry.pk), over=version, version=enquiry.version)
    messages.success(request, _("%(number)s is saved.") % {"number": enquiry}, extra_tags=request.path)
    return redirect("enquiries-correct", request.municipality.code, enquiry.pk)


def _save(request: DeskRequest, enquiry: Enquiry, page: Sheet, version: int) -> bool:
    if not page.is_valid:
        return False
    reading = read(page)
    try:
        correct_enquiry(
            enquiry=enquiry,
            version=version,
            by=request.user,
            matters=reading.matters,
            **reading.fields,
        )
    except ValidationError as error:
        page.refuse(error, reading.places)
        return False
    enquiry.refresh_from_db()
    return True


def _version(request: DeskRequest, enquiry: Enquiry) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _page(
    request: DeskRequest,
    enquiry: Enquiry,
    page: Sheet,
    version: int,
    status: int = 200,
    conflict: list[Difference] | None = None,
) -> HttpResponse:
    context = {
        "enquiry": enquiry,
        "case": case_of(enquiry, request.keys) if request.keys else None,
        "editing": opened(request, noun="enquiry", row=str(enquiry.pk), version=version),
        "sheet": page,
        "version": version,
        "check": check(page),
        "conflict": conflict,
        "history": told(enquiry),
        "contacts": enquiry.contacts.select_related("channel"),
        "contact_form": ContactForm(initial={"on": date.today()}, channels=page.choices.channels, prefix="contact"),
    }
    return render(request, "enquiries/correct.html", context, status=status)
