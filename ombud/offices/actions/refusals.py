"""Why a row of the set-up may not be changed or removed, by field. The pages ask the same before they offer it."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.core.words import Words
from ombud.core.workflow import setup as rules
from ombud.offices.models import Department, EnquiryType, Mandate, Taxonomy, Theme
from ombud.offices.queries.use import below, use_of

WORDS: Words = translation

MOVES = {"parent", "taxonomy"}
"""Fields that say where a row is counted."""
COUNTS: dict[type[models.Model], set[str]] = {
    Department: {"outside"},
    EnquiryType: {"group"},
    Mandate: {"principle"},
}
"""Fields that say as what its registrations are counted."""


def why_not_change(row: models.Model, values: Mapping[str, Any]) -> dict[str, str]:
    """The reason for each field that may not get its new value; ``row`` still has the old ones."""
    changed = {name for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return {}
    use = use_of(row) if row.pk else None
    reasons: dict[str, str] = {}
    if changed & {"starts_on", "ends_on"}:
        starts_on = values.get("starts_on", getattr(row, "starts_on", None))
        ends_on = values.get("ends_on", getattr(row, "ends_on", None))
        reason = rules.why_not_dates(starts_on=starts_on, ends_on=ends_on, use=use, words=WORDS)
        reasons["ends_on" if "ends_on" in changed else "starts_on"] = reason or _why_not_span(row, starts_on, ends_on)
    for name in changed & MOVES:
        reasons[name] = rules.why_not_move(use=use, words=WORDS) or _why_not_below(row, values[name])
    for name in changed & COUNTS.get(type(row), set()):
        reasons[name] = rules.why_not_count_otherwise(use=use, words=WORDS)
    return {name: reason for name, reason in reasons.items() if reason}


def why_not_remove(row: models.Model) -> str:
    """The reason when a row may not be taken away: registrations, or other rows, rest on it."""
    reason = rules.why_not_remove(use=use_of(row), words=WORDS)
    if reason or not _is_held(row):
        return reason
    return _("Other parts of the set-up rest on this. Give it a last day instead.")


def _is_held(row: models.Model) -> bool:
    """Whether a row that may not lose its reference points here; hidden relations of the rooms above are asked too."""
    for relation in row._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or not isinstance(relation, models.ForeignObjectRel):
            continue
        if getattr(relation, "on_delete", None) is not models.PROTECT or relation.field.related_model is not type(row):
            continue
        if relation.related_model._base_manager.filter(**{relation.field.name: row}).exists():
            return True
    return isinstance(row, Mandate | Taxonomy) and _is_last_of_kind(row)


def _is_last_of_kind(row: models.Model) -> bool:
    return type(row)._default_manager.exclude(pk=row.pk).count() == 0


def _why_not_below(row: models.Model, parent: Any) -> str:
    if parent is not None and row.pk and parent.pk in {thing.pk for thing in below(row)}:
        return _("This would place it below itself.")
    if isinstance(row, Theme) and parent is not None and len(parent.path) > 2:
        return _("There is no level below a detail.")
    return ""


def _why_not_span(row: models.Model, starts_on: Any, ends_on: Any) -> str:
    """Of mandates and taxonomies only one is in force on a day."""
    if not isinstance(row, Mandate | Taxonomy):
        return ""
    others = type(row).objects.exclude(pk=row.pk)
    if ends_on is not None:
        others = others.filter(Q(starts_on=None) | Q(starts_on__lte=ends_on))
    if starts_on is not None:
        others = others.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    other = others.first()
    return _("%(name)s is in force on some of these days.") % {"name": other} if other else ""
