"""Noting a later contact, or taking one back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.casework.actions.contacts import log_contact, remove_contact
from ombud.casework.models import ContactLog, Enquiry
from ombud.desk.enquiries.choices import choices_on
from ombud.desk.enquiries.forms import ContactForm
from ombud.desk.request import DeskRequest


@require_POST
def contact(request: DeskRequest, pk: int) -> HttpResponse:
    """A refusal is said on the page of the enquiry."""
    enquiry = get_object_or_404(Enquiry.objects, pk=pk)
    channels = choices_on(enquiry.received_on, enquiry).channels
    form = ContactForm(request.POST, channels=channels, prefix="contact")
    if form.is_valid():
        given = form.cleaned_data
        try:
            log_contact(
                enquiry=enquiry,
                on=given["on"],
                channel=channels.get(given["channel"]),
                by=request.user,
            )
            messages.success(request, _("The contact is noted. It is not a new enquiry."))
        except ValidationError as error:
            form.add_error(None, [message for messages in error.message_dict.values() for message in messages])
    for errors in form.errors.values():
        for message in errors:
            messages.error(request, str(message))
    return redirect("enquiries-correct", request.municipality.code, pk)


@require_POST
def remove(request: DeskRequest, pk: int, contact_pk: int) -> HttpResponse:
    """Take back a contact that was noted by mistake."""
    noted = get_object_or_404(ContactLog.objects, pk=contact_pk, enquiry=pk)
    remove_contact(contact=noted, by=request.user)
    messages.success(request, _("The contact is taken out."))
    return redirect("enquiries-correct", request.municipality.code, pk)
