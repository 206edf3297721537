"""Linking enquiries of the same citizen, so that unique citizens can be counted without a name (R34, R44)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.models import Enquiry
from ombud.identity.models import User


@transaction.atomic
def link(*, enquiry: Enquiry, other: Enquiry | None, by: User | None) -> Enquiry:
    """Say that the enquiry is from the same citizen as an ``other``; None takes the link away.

    The link goes to the first enquiry of the citizen, so that all of a citizen's point to the same one.
    """
    current: Enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    first = _first(Enquiry.objects.get(pk=other.pk)) if other is not None else None
    if first is not None and first.pk == current.pk:
        raise ValidationError({"same_citizen_as": [_("An enquiry cannot point to itself.")]})
    before = current.same_citizen_as
    if before == first:
        return current
    current.same_citizen_as = first
    current.version += 1
    current.save(update_fields=["same_citizen_as", "version"])
    if first is not None:
        Enquiry.objects.filter(same_citizen_as=current).update(same_citizen_as=first)
    changes = {"same_citizen_as": [str(before) if before else None, str(first) if first else None]}
    code = current.municipality.code
    record("enquiry.corrected", current, by=by, municipality=code, label=str(current), changes=changes)
    return current


def _first(enquiry: Enquiry) -> Enquiry:
    seen = {enquiry.pk}
    while enquiry.same_citizen_as is not None and enquiry.same_citizen_as.pk not in seen:
        enquiry = enquiry.same_citizen_as
        seen.add(enquiry.pk)
    return enquiry
