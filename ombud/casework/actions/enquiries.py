"""Registering, correcting and removing an enquiry with its matters (R19-R44, R81-R90)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.actions.descriptions import changes, describe
from ombud.casework.actions.validation import Refusals, in_use, same_municipality
from ombud.casework.models import CaseFile, Enquiry, Matter
from ombud.casework.queries.numbers import highest_number
from ombud.casework.words import WORDS
from ombud.core.workflow import registration as rules
from ombud.identity.models import User
from ombud.offices.models import Department, Tag, Theme
from ombud.offices.queries.mandates import mandate_on
from ombud.tenancy.scope import current_id

FIELDS = frozenset(
    (
        "finished_on", "closed_on", "events_on", "first_channel", "primary_channel", "type", "enquirer", "anonymous",
        "within_mandate", "open_advice", "counted", "without_case", "same_citizen_as", "source",
    )
)  # fmt: skip
DATED = ("type", "first_channel", "primary_channel")
ATTEMPTS = 5
"""How often the next number is tried when another took it at the same moment."""


class ChangedMeanwhile(Exception):
    """Somebody else changed the registration since the page was opened; nothing was written."""


@dataclass(frozen=True)
class MatterInput:
    """One matter as it is registered; a department or theme of None is *not stated*."""

    department: Department | None
    theme: Theme | None
    outside_themes: bool = False
    coordination: bool = False
    reminder: bool = False
    tags: tuple[Tag, ...] = ()


def next_number(year: int) -> int:
    """The first free number after the highest of the year (R37)."""
    return highest_number(year) + 1


def register(
    *,
    by: User | None,
    received_on: date,
    matters: Sequence[MatterInput],
    number: int | None = None,
    year: int | None = None,
    **fields: Any,
) -> Enquiry:
    """Register an enquiry; the first matter is the main one. Without a number it gets the next of the year received.

    Raises ValidationError with field keys; a matter's are ``matters-0-department``, counted from 0.
    """
    values = _with_both_channels({"received_on": received_on, **fields})
    _refuse(values, matters)
    for attempt in range(ATTEMPTS):
        given = year or received_on.year
        wanted = number if number is not None else next_number(given)
        try:
            return _register(by, wanted, given, values, matters)
        except IntegrityError:
            if not Enquiry.objects.filter(year=given, number=wanted).exists():
                raise
            if number is not None or attempt == ATTEMPTS - 1:
                taken = _("The number %(number)d/%(year)d is already in use.") % {"number": wanted, "year": given}
                raise ValidationError({"number": [taken]}) from None
    raise AssertionError("every attempt returns or raises")


@transaction.atomic
def _register(
    by: User | None, number: int, year: int, values: dict[str, Any], matters: Sequence[MatterInput]
) -> Enquiry:
    mandate = mandate_on(values["received_on"])
    enquiry = Enquiry(number=number, year=year, mandate=mandate, **values)
    enquiry.save(force_insert=True)
    _write_matters(enquiry, matters)
    _log("enquiry.registered", enquiry, by, changes({}, describe(enquiry)))
    return enquiry


@transaction.atomic
def correct(
    *, enquiry: Enquiry, version: int, by: User | None, matters: Sequence[MatterInput], **fields: Any
) -> Enquiry:
    """Change a registration; fields not given stay. Raises ChangedMeanwhile when ``version`` is no longer the last.

    A correction that changes nothing writes nothing.
    """
    current: Enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if current.version != version:
        raise ChangedMeanwhile
    unknown = set(fields) - FIELDS - {"received_on", "number", "year"}
    if unknown:
        raise TypeError(f"An enquiry has no {sorted(unknown)}.")
    before = describe(current)
    kept = {name: getattr(current, name) for name in (*FIELDS, "received_on")}
    values = _with_both_channels(kept | {name: fields[name] for name in fields if name not in ("number", "year")})
    _refuse(values, matters, before=current)
    _refuse_number(current, fields)
    for name, value in (values | {name: fields[name] for name in ("number", "year") if name in fields}).items():
        setattr(current, name, value)
    if "received_on" in fields:
        current.mandate = mandate_on(current.received_on)
    current.corrected_at = timezone.now()
    current.version += 1
    # The row is written first: should nothing have changed after all, the savepoint takes it back.
    mark = transaction.savepoint()
    current.save()
    _write_matters(current, matters)
    differences = changes(before, describe(current))
    if not differences:
        transaction.savepoint_rollback(mark)
        unchanged: Enquiry = Enquiry.objects.get(pk=current.pk)
        return unchanged
    transaction.savepoint_commit(mark)
    _log("enquiry.corrected", current, by, differences)
    return current


@transaction.atomic
def remove(*, enquiry: Enquiry, by: User | None) -> None:
    """Take a registration out of the register. The log keeps its codes. Raises ValidationError when a case hangs on it.

    The reason names no case: whoever is shut out of it is not to learn of it here.
    """
    current: Enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if CaseFile.objects.filter(enquiry=current).exists():
        raise ValidationError(_("Other records hang on this registration, so it cannot be removed."))
    _log("enquiry.removed", current, by, changes(describe(current), {}))
    current.delete()


def _with_both_channels(values: dict[str, Any]) -> dict[str, Any]:
    """Where only one channel is known it was both the first and the primary one."""
    first, primary = values.get("first_channel"), values.get("primary_channel")
    return values | {"first_channel": first or primary, "primary_channel": primary or first}


def _refuse(values: dict[str, Any], matters: Sequence[MatterInput], before: Enquiry | None = None) -> None:
    unknown = set(values) - FIELDS - {"received_on"}
    if unknown:
        raise TypeError(f"An enquiry has no {sorted(unknown)}.")
    refusals, received_on, today = Refusals(), values["received_on"], timezone.localdate()
    dates = {"received_on": received_on, "words": WORDS}
    refusals.add("received_on", rules.why_not_received(today=today, **dates))
    refusals.add("closed_on", rules.why_not_closed(closed_on=values.get("closed_on"), today=today, **dates))
    refusals.add("finished_on", rules.why_not_finished(finished_on=values.get("finished_on"), today=today, **dates))
    refusals.add("events_on", rules.why_not_happened(events_on=values.get("events_on"), **dates))
    if not matters:
        refusals.add("matters", _("An enquiry has exactly one main matter."))
    placed = [(name, values.get(name)) for name in DATED]
    for index, matter in enumerate(matters):
        placed += [(f"matters-{index}-department", matter.department), (f"matters-{index}-theme", matter.theme)]
        if matter.theme is not None and matter.theme.parent_id is None:
            refusals.add(f"matters-{index}-theme", _("Choose a subtheme: a theme alone is too wide."))
    if received_on is not None:
        for name, thing in placed:
            in_use(refusals, name, thing, received_on)
    other = values.get("same_citizen_as")
    if other is not None and before is not None and other.pk == before.pk:
        refusals.add("same_citizen_as", _("An enquiry cannot point to itself."))
    same_municipality(refusals, current_id(), [*placed, ("same_citizen_as", other), ("source", values.get("source"))])
    refusals.stop()


def _refuse_number(current: Enquiry, fields: dict[str, Any]) -> None:
    number, year = fields.get("number", current.number), fields.get("year", current.year)
    if number is None:
        return
    if Enquiry.objects.filter(number=number, year=year).exclude(pk=current.pk).exists():
        taken = _("The number %(number)d/%(year)d is already in use.") % {"number": number, "year": year}
        raise ValidationError({"number": [taken]})


def _write_matters(enquiry: Enquiry, inputs: Sequence[MatterInput]) -> None:
    """Write the matters by position, so that one that stays keeps its row."""
    known = {matter.position: matter for matter in enquiry.matters.all()}
    for position, given in enumerate(inputs, start=1):
        matter = known.pop(position, None) or Matter(enquiry=enquiry, position=position)
        matter.role = Matter.Role.MAIN if position == 1 else Matter.Role.FOLLOW_ON
        matter.department, matter.theme = given.department, given.theme
        matter.outside_themes, matter.coordination = given.outside_themes, given.coordination
        matter.reminder = given.reminder
        matter.save()
        matter.tags.set(given.tags)
    for matter in known.values():
        matter.delete()


def _log(action: str, enquiry: Enquiry, by: User | None, differences: dict[str, list[Any]]) -> None:
    code = enquiry.municipality.code
    record(action, enquiry, by=by, municipality=code, label=str(enquiry), changes=differences)
