"""A new version of the mandate from a day on (R6, R40): the present one ends the day before and keeps its enquiries."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.core.words import Words
from ombud.core.workflow.setup import why_not_new_version
from ombud.identity.models import User
from ombud.offices.actions.entries import add, change
from ombud.offices.models import Mandate
from ombud.offices.queries.mandates import mandates
from ombud.offices.queries.use import use_of

WORDS: Words = translation
COPIED = (
    "supervision",
    "own_initiative",
    "age_limit_months",
    "appeal_rule",
    "lay_representative",
    "complaint_points",
    "principle",
    "principle_version",
    "principle_text",
    "principle_text_en",
    "matter_word",
    "matter_word_plural",
    "matter_word_en",
    "matter_word_plural_en",
    "department_word",
    "department_word_plural",
    "department_word_en",
    "department_word_plural_en",
    "legal_basis",
)


@transaction.atomic
def new_mandate(*, starts_on: date, name: str, by: User | None, values: Mapping[str, Any] | None = None) -> Mandate:
    """The mandate from the day on: a copy of the latest with ``values`` changed, provisions, tasks and scale too."""
    current = mandates().last()
    if current is not None:
        _refuse(current, starts_on)
        if current.ends_on is None or current.ends_on >= starts_on:
            change(row=current, values={"ends_on": starts_on - timedelta(days=1)}, by=by)
    copied = {field: getattr(current, field) for field in COPIED} if current else {}
    fields = copied | dict(values or {}) | {"name": name, "starts_on": starts_on, "ends_on": None}
    made: Mandate = add(model=Mandate, values=fields, by=by)
    if current is not None:
        _copy_parts(current, made)
    return made


def _refuse(current: Mandate, starts_on: date) -> None:
    reason = why_not_new_version(
        starts_on=starts_on, current_starts_on=current.starts_on, use=use_of(current), words=WORDS
    )
    if reason:
        raise ValidationError({"starts_on": reason})


def _copy_parts(old: Mandate, new: Mandate) -> None:
    """Provisions and tasks, and the scale of criticism where the new mandate has a supervisory task (R1)."""
    parts = [old.provisions, old.tasks, *([old.criticism_scale] if new.supervision else [])]
    for part in parts:
        for row in part.all():
            row.pk, row.mandate = None, new
            row._state.adding = True
            row.save(force_insert=True)


def why_not_scale(mandate: Mandate) -> str:
    """Reason when the mandate can have no scale of criticism."""
    return "" if mandate.supervision else _("The mandate gives no supervisory task, so there is no scale of criticism.")
