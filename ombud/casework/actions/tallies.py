"""Contacts counted with one click, without an enquiry (R29, R30)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.models import Tally
from ombud.identity.models import User


@transaction.atomic
def tally(*, on: date, kind: str, by: User | None, step: int = 1) -> Tally:
    """Count one more of the kind on the day; ``step`` -1 takes one back, never below none."""
    if kind not in Tally.Kind.values:
        raise ValidationError({"kind": [_("Choose what kind of contact it was.")]})
    if on > timezone.localdate():
        raise ValidationError({"on": [_("The day of the contact is in the future.")]})
    row: Tally
    row, _made = Tally.objects.select_for_update().get_or_create(on=on, kind=kind)
    if row.count + step < 0:
        raise ValidationError({"kind": [_("There is none to take back.")]})
    Tally.objects.filter(pk=row.pk).update(count=F("count") + step)
    before = row.count
    row.refresh_from_db()
    changes = {"count": [before, row.count]}
    record("tally.counted", row, by=by, municipality=row.municipality.code, label=kind, changes=changes)
    return row
