"""Which registrations rest on a row of the set-up.

The rooms above keep the registrations and import this one, so they tell it where to look: each names its models, once,
when it is ready.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Max, Min

from ombud.core.workflow.setup import Use
from ombud.offices.models import Department, Theme


@dataclass(frozen=True)
class Register:
    """A model whose rows rest on the set-up; ``day`` is the path to the day a row was received."""

    model: type[models.Model]
    day: str


_registers: list[Register] = []


def look_in(model: type[models.Model], day: str) -> None:
    """Name a model as one of the registers."""
    register = Register(model, day)
    if register not in _registers:
        _registers.append(register)


def use_of(thing: models.Model) -> Use | None:
    """The days of the registrations that rest on a row, or on what stands below a department or a theme."""
    spans = [
        span
        for register in _registers
        for field in _fields_to(register.model, type(thing))
        if (span := _span(register, field, [row.pk for row in below(thing)])) is not None
    ]
    return Use(min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def below(thing: models.Model) -> list[models.Model]:
    """A department with all its units, a theme with all below it; anything else alone."""
    found: list[models.Model] = [thing]
    if isinstance(thing, Department | Theme):
        for child in type(thing).objects.filter(parent=thing):
            found += below(child)
    return found


def _fields_to(model: type[models.Model], target: type[models.Model]) -> Iterable[str]:
    return [field.name for field in model._meta.get_fields() if field.concrete and field.related_model is target]


def _span(register: Register, field: str, keys: list[int]) -> tuple[date, date] | None:
    rows = register.model._default_manager.filter(**{f"{field}__in": keys})
    days = rows.order_by().aggregate(first=Min(register.day), last=Max(register.day))
    return (days["first"], days["last"]) if days["first"] is not None else None
