"""The register filtered: the very rows behind a number."""

import re
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from ombud.casework.models import Enquiry, Matter
from ombud.casework.queries.durations import with_duration
from ombud.casework.queries.register_conditions import ENQUIRY_CONDITIONS, MATTER_CONDITIONS, Condition, one_of
from ombud.casework.queries.register_filter import NONE, RegisterFilter, from_query

__all__ = ["NONE", "RegisterFilter", "enquiries", "from_query", "matters"]


def enquiries(chosen: RegisterFilter) -> "QuerySet[Enquiry]":
    """The enquiries behind a number: each once, newest first."""
    rows = _enquiries(chosen)
    asked = {*chosen.asked(), *chosen.left_out} & set(MATTER_CONDITIONS)
    if asked:
        matters = Matter.objects.all()
        if "role" not in asked and chosen.any_matter != "yes":
            matters = matters.filter(role=Matter.Role.MAIN)
        rows = rows.filter(pk__in=_narrowed(matters, chosen, MATTER_CONDITIONS).values("enquiry"))
    told = Matter.objects.select_related("department", "theme__parent").order_by("position")
    return rows.select_related("type", "first_channel", "primary_channel", "source", "mandate").prefetch_related(
        Prefetch("matters", queryset=told)
    )


def matters(chosen: RegisterFilter) -> "QuerySet[Matter]":
    """The matters behind a number, in the order of their enquiries."""
    rows = Matter.objects.filter(enquiry__in=_enquiries(chosen).values("pk"))
    return (
        _narrowed(rows, chosen, MATTER_CONDITIONS)
        .select_related("enquiry__type", "enquiry__primary_channel", "enquiry__source", "department", "theme__parent")
        .order_by("-enquiry__received_on", "-enquiry__year", "-enquiry__number", "position")
    )


def _enquiries(chosen: RegisterFilter) -> "QuerySet[Enquiry]":
    wanted = Q()
    if chosen.received_from:
        wanted &= Q(received_on__gte=chosen.received_from)
    if chosen.received_to:
        wanted &= Q(received_on__lte=chosen.received_to)
    if chosen.counted in ("yes", "no"):
        wanted &= Q(counted=chosen.counted == "yes")
    if chosen.text:
        wanted &= _number(chosen.text)
    rows = Enquiry.objects.filter(wanted)
    if chosen.duration or "duration" in chosen.left_out:
        rows = with_duration(rows)
    return _narrowed(rows, chosen, ENQUIRY_CONDITIONS)


def _narrowed(rows: "QuerySet[Any]", chosen: RegisterFilter, conditions: dict[str, Condition]) -> "QuerySet[Any]":
    for name, values in chosen.asked().items():
        if name in conditions:
            rows = rows.filter(one_of(conditions[name], values))
    for name, values in chosen.left_out.items():
        if name in conditions:
            rows = rows.exclude(one_of(conditions[name], values))
    return rows


def _number(text: str) -> Q:
    """41 finds that number in every year, 41/2024 and 2024-41 the one."""
    found = [int(part) for part in re.findall(r"\d{1,9}", text)]
    if len(found) == 1:
        return Q(number=found[0])
    if len(found) == 2:
        number, year = found if "/" in text or found[1] > found[0] else (found[1], found[0])
        return Q(number=number, year=year)
    return Q(pk__in=[])
