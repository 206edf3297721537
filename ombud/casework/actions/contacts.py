"""Later contacts in an enquiry (R27, R28)."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.actions.validation import Refusals, in_use, same_municipality
from ombud.casework.models import ContactLog, Enquiry
from ombud.identity.models import User
from ombud.offices.models import Channel
from ombud.tenancy.scope import current_id


@transaction.atomic
def log_contact(*, enquiry: Enquiry, on: date, by: User | None, channel: Channel | None = None) -> ContactLog:
    """Note that there was contact again; the number of enquiries stays. Raises ValidationError with field keys."""
    refusals = Refusals()
    if on > timezone.localdate():
        refusals.add("on", _("The day of the contact is in the future."))
    if on < enquiry.received_on:
        refusals.add("on", _("The contact is before the enquiry was received."))
    in_use(refusals, "channel", channel, on)
    same_municipality(refusals, current_id(), [("enquiry", enquiry), ("channel", channel)])
    refusals.stop()
    contact: ContactLog = ContactLog.objects.create(enquiry=enquiry, on=on, channel=channel)
    changes = {"contact": [None, on.isoformat()], "channel": [None, channel.name if channel else None]}
    record(
        "enquiry.contacted", enquiry, by=by, municipality=enquiry.municipality.code, label=str(enquiry), changes=changes
    )
    return contact


@transaction.atomic
def remove_contact(*, contact: ContactLog, by: User | None) -> None:
    """Take back a contact that was noted by mistake."""
    enquiry = contact.enquiry
    changes = {"contact": [contact.on.isoformat(), None]}
    record(
        "enquiry.contact_removed",
        enquiry,
        by=by,
        municipality=enquiry.municipality.code,
        label=str(enquiry),
        changes=changes,
    )
    contact.delete()
