"""Figures that were published earlier, with their units, dimensions and values as the core knows them (R281)."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from ombud.core.statistics import inputs
from ombud.offices.models import Channel, Department, DepartmentAlias, EnquiryType, Mandate, Theme
from ombud.reporting.models import Aggregate

CROSS = " × "
UNITS = {
    "enquiries": ("henvendelser", "henvendelse", "enquiries", "enquiry"),
    "matters": ("sager", "sag", "matters", "matter"),
    "decisions": ("afgørelser", "afgørelse", "decisions", "decision"),
    "remarks": ("bemærkninger", "bemærkning", "remarks", "remark"),
    "clients": ("brugere", "bruger", "klienter", "klient", "clients", "client"),
    "inhabitants": ("indbyggere", "indbygger", "indbyggertal", "inhabitants", "inhabitant"),
}
DIMENSIONS = {
    "": ("", "i alt", "total"),
    "department": ("afdeling", "afdelinger", "center", "centre", "forvaltning", "forvaltninger", "department"),
    "unit": ("underenhed", "enhed", "sub-unit"),
    "type": ("type", "typer", "sagstype"),
    "channel": ("kanal", "henvendelsesform", "kontaktform", "channel"),
    "theme": ("tema", "temaer", "theme"),
    "subtheme": ("undertema", "emne", "subtheme"),
    "month": ("måned", "month"),
    "role": ("rolle", "role"),
    "within_mandate": ("mandat", "mandate"),
    "municipality": ("kommune", "kommuner", "municipality", "municipalities"),
}
ANSWERS = {"yes": ("ja", "yes", "inden for"), "no": ("nej", "no", "uden for")}


def published_figures() -> tuple[inputs.Aggregate, ...]:
    """All imported figures of the municipality. What has no name here keeps the name it was published under."""
    rows = list(Aggregate.objects.all())
    if not rows:
        return ()
    names = _Names()
    return tuple(
        inputs.Aggregate(
            row.starts_on,
            row.ends_on,
            names.unit(row.unit),
            names.dimension(row.dimension),
            names.value(row.dimension, row.value),
            row.count,
            row.source,
            row.caveat,
        )
        for row in rows
    )


class _Names:
    """Published names to keys. Words of the municipality's own mandates count as the usual ones."""

    def __init__(self) -> None:
        mandates = list(Mandate.objects.all())
        matters = {word for one in mandates for word in (one.matter_word, one.matter_word_plural)}
        departments = {word for one in mandates for word in (one.department_word, one.department_word_plural)}
        self.units = _turned({"matters": matters}) | _turned(UNITS)
        self.dimensions = _turned({"department": departments}) | _turned(DIMENSIONS)
        self.values: dict[str, Mapping[str, str]] = {}

    def unit(self, text: str) -> str:
        return self.units.get(_fold(text), text)

    def dimension(self, text: str) -> str:
        return CROSS.join(self.dimensions.get(_fold(part), part) for part in text.split(CROSS))

    def value(self, dimension: str, text: str) -> str:
        parts = zip(self.dimension(dimension).split(CROSS), text.split(CROSS), strict=False)
        return CROSS.join(self._key(name, _fold(part)) or part for name, part in parts)

    def _key(self, dimension: str, text: str) -> str:
        if dimension == "within_mandate":
            return next((key for key, texts in ANSWERS.items() if text.startswith(texts)), "")
        return self._keys(dimension).get(text, "")

    def _keys(self, dimension: str) -> Mapping[str, str]:
        if dimension not in self.values:
            self.values[dimension] = _keys_of(dimension)
        return self.values[dimension]


def _keys_of(dimension: str) -> Mapping[str, str]:
    match dimension:
        case "department":
            aliases = DepartmentAlias.objects.values_list("name", "department_id")
            known = {_fold(name): str(pk) for name, pk in aliases}
            return known | _named(Department.objects.filter(parent=None))
        case "unit":
            return _named(Department.objects.exclude(parent=None))
        case "type":
            return _aliased(EnquiryType)
        case "channel":
            return _aliased(Channel)
        case "theme":
            return _aliased(Theme, parent=None)
        case "subtheme":
            return _aliased(Theme, parent__parent=None, parent__isnull=False)
    return {}


def _aliased(model: type[models.Model], **where: Any) -> dict[str, str]:
    rows = model._default_manager.filter(**where)
    aliases = {_fold(name): str(pk) for pk, names in rows.values_list("pk", "aliases") for name in names}
    return aliases | _named(rows)


def _named(rows: models.QuerySet[Any]) -> dict[str, str]:
    found = list(rows.values_list("pk", "name", "name_en"))
    english = {_fold(name): str(pk) for pk, _, name in found if name}
    return english | {_fold(name): str(pk) for pk, name, _ in found}


def _turned(names: Mapping[str, Any]) -> dict[str, str]:
    return {_fold(text): key for key, texts in names.items() for text in texts}


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
