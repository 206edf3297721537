"""The municipality's own facts: office, legal basis, decision on small counts, duration bands."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import override

from ombud.audit.record import record
from ombud.core.statistics.durations import Band, why_not_bands
from ombud.core.words import Words
from ombud.identity.models import User
from ombud.offices.models import Municipality

WORDS: Words = translation
CHANGEABLE = frozenset(
    {
        "name",
        "office",
        "author",
        "place",
        "legal_basis",
        "function_starts_on",
        "takes_enquiries_from",
        "disclosure",
        "disclosure_note",
        "disclosure_decided_by",
        "disclosure_decided_on",
        "outside_bodies",
        "reservations",
        "duration_ends_with",
        "retention_years",
        "retention_decided_by",
        "retention_decided_on",
    }
)


@transaction.atomic
def change_facts(*, municipality: Municipality, values: Mapping[str, Any], by: User | None) -> Municipality:
    """Change facts of the municipality; its code stays. Raises ValidationError with field keys."""
    unknown = set(values) - CHANGEABLE
    if unknown:
        raise TypeError(f"A municipality has no {sorted(unknown)} to change.")
    current = Municipality.objects.select_for_update().get(pk=municipality.pk)
    before = {name: getattr(current, name) for name in values}
    for name, value in values.items():
        setattr(current, name, value)
    begins, opens = current.function_starts_on, current.takes_enquiries_from
    if begins and opens and opens < begins:
        message = _("Enquiries cannot be taken before the function has begun.")
        raise ValidationError({"takes_enquiries_from": message})
    if current.retention_years is not None and not (current.retention_decided_by and current.retention_decided_on):
        raise ValidationError({"retention_decided_by": _("Say who decided how long cases are kept, and when.")})
    current.full_clean()
    current.save()
    _log(current, {name: [_plain(before[name]), _plain(values[name])] for name in values}, by)
    return current


@transaction.atomic
def set_duration_bands(*, municipality: Municipality, limits: Sequence[int], by: User | None) -> Municipality:
    """The bands by their upper limits in days; the last band has none. No limits at all: the usual bands.

    Raises ValidationError when they do not rise. A published edition keeps the bands it was made with.
    """
    rows = [_band(limit) for limit in limits] + ([_last_band(limits[-1])] if limits else [])
    if rows:
        bands = [Band(row["key"], row["label"], row["most_days"]) for row in rows]
        if reason := why_not_bands(bands, WORDS):
            raise ValidationError({"limits": reason})
    current = Municipality.objects.select_for_update().get(pk=municipality.pk)
    before = [row["most_days"] for row in current.duration_bands]
    current.duration_bands = rows
    current.save(update_fields=["duration_bands"])
    _log(current, {"duration_bands": [before, [row["most_days"] for row in rows]]}, by)
    return current


def _band(limit: int) -> dict[str, Any]:
    key = "same_day" if limit == 0 else f"within_{limit}"
    return {"key": key, "most_days": limit, **_labels(limit, last=False)}


def _last_band(limit: int) -> dict[str, Any]:
    return {"key": "longer", "most_days": None, **_labels(limit, last=True)}


def _labels(limit: int, *, last: bool) -> dict[str, str]:
    """The label in both languages, as it is kept with the data."""
    found = {}
    for field, language in (("label", "da"), ("label_en", "en")):
        with override(language):
            if limit == 0 and not last:
                found[field] = _("Same day")
            else:
                text = _("More than %(days)d days") if last else _("Within %(days)d days")
                found[field] = text % {"days": limit}
    return found


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | list | type(None)) else value.isoformat()


def _log(municipality: Municipality, changes: dict[str, list[Any]], by: User | None) -> None:
    differences = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    if differences:
        record(
            "municipality.changed",
            municipality,
            by=by,
            municipality=municipality.code,
            label=municipality.name,
            changes=differences,
        )
