"""What becomes of a registration when its case is erased: its number goes and its days become its month.

No statistics move. An enquiry is counted by the period and the month in which it was received, and by how many days it
took: it is moved as a whole to the first day of its month, or of a reporting period that began within it, so that all
of these stay. Enquiries of the same citizen stay tied together, for they are counted as one citizen.
"""

from datetime import date

from django.db.models import F

from ombud.casework.models import ContactLog, Enquiry, LastNumber
from ombud.casework.queries.numbers import highest_number
from ombud.offices.models import ReportingPeriod


def coarsen(enquiry: Enquiry) -> None:
    """Drop the number and the days. The caller holds a transaction and has written the line of the log."""
    current: Enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if current.number is None:
        return
    LastNumber.objects.update_or_create(year=current.year, defaults={"number": highest_number(current.year)})
    first = first_day(current.received_on)
    back = current.received_on - first
    current.received_on = first
    current.closed_on = current.closed_on and current.closed_on - back
    current.finished_on = current.finished_on and current.finished_on - back
    current.events_on = current.events_on and min(current.events_on.replace(day=1), first)
    current.number, current.import_key, current.imported_state, current.corrected_at = None, "", None, None
    current.version = F("version") + 1
    current.save()
    for contact in ContactLog.objects.filter(enquiry=current):
        contact.on = max(contact.on.replace(day=1), first)
        contact.save(update_fields=["on"])
    _hand_on_citizen(current)


def first_day(received_on: date) -> date:
    """The day to which an enquiry is moved: of its month, or of the last reporting period that began after that."""
    month = received_on.replace(day=1)
    begun = ReportingPeriod.objects.filter(starts_on__gt=month, starts_on__lte=received_on)
    ended = ReportingPeriod.objects.filter(ends_on__gte=month, ends_on__lt=received_on)
    after = [
        *begun.values_list("starts_on", flat=True),
        *(_next(day) for day in ended.values_list("ends_on", flat=True)),
    ]
    return max(after, default=month)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _hand_on_citizen(enquiry: Enquiry) -> None:
    """The others of the same citizen point to one that still has a number, which a page can name."""
    others = Enquiry.objects.filter(same_citizen_as=enquiry)
    heir = others.exclude(number=None).order_by("pk").first()
    if heir is None:
        return
    others.exclude(pk=heir.pk).update(same_citizen_as=heir)
    Enquiry.objects.filter(pk=heir.pk).update(same_citizen_as=None)
    Enquiry.objects.filter(pk=enquiry.pk).update(same_citizen_as=heir)
