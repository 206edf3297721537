"""What a type means from a day on (R49). Enquiries before that day keep the definition of their time."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.identity.models import User
from ombud.offices.actions.entries import log
from ombud.offices.models import EnquiryType, TypeDefinition


@transaction.atomic
def define(
    *, type: EnquiryType, starts_on: date | None, text: str, by: User | None, text_en: str = ""
) -> TypeDefinition:
    """A definition from the day on; one that begins the same day is put right instead."""
    if not text.strip():
        raise ValidationError({"text": _("The definition is missing.")})
    known = TypeDefinition.objects.filter(type=type, starts_on=starts_on).first()
    before = known.text if known else None
    definition = known or TypeDefinition(type=type, starts_on=starts_on)
    definition.text, definition.text_en = text.strip(), text_en.strip()
    definition.save()
    if before != definition.text:
        day = starts_on.isoformat() if starts_on else ""
        log("defined", type, by, {"from": [None, day], "definition": [before, definition.text]})
    return definition
