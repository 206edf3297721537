"""New versions of the taxonomy, and what an entry of one answers to in another (R101, R103)."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.core.words import Words
from ombud.core.workflow.setup import why_not_end, why_not_new_version
from ombud.identity.models import User
from ombud.offices.actions.entries import change, log
from ombud.offices.actions.loading.taxonomies import make_taxonomy, map_to_others
from ombud.offices.models import Taxonomy, Theme, ThemeMapping
from ombud.offices.queries.taxonomies import as_tree, themes_of
from ombud.offices.queries.use import use_of

WORDS: Words = translation
COPIED = ["name", "name_en", "scope_note", "scope_note_en", "order", "starts_on"]


@transaction.atomic
def new_taxonomy(*, starts_on: date, name: str, by: User | None, content: dict[str, Any] | None = None) -> Taxonomy:
    """The version from the day on: a copy of the latest, each entry mapped to itself, or the ``content`` of a theme
    file. The latest ends the day before.
    """
    current: Taxonomy | None = Taxonomy.objects.last()
    if current is not None:
        _end(current, starts_on, by)
    order = Taxonomy.objects.count() + 1
    entry = {"name": name, "starts_on": starts_on.isoformat()}
    if content is None and current is None:
        raise ValidationError({"source": _("There is no version to copy.")})
    if content is not None:
        made = make_taxonomy(content, order=order, entry=entry)
        map_to_others(made, content)
    else:
        assert current is not None
        basis = {"name": current.name, "name_en": current.name_en, "themes": []}
        descent = {"descent": current.descent, "descent_en": current.descent_en}
        made = make_taxonomy(basis | descent, order=order, entry=entry)
        _copy_themes(current, made, starts_on)
    log("added", made, by, {"starts_on": [None, starts_on.isoformat()]})
    return made


@transaction.atomic
def retire_theme(*, theme: Theme, last_day: date, by: User | None) -> Theme:
    """The last day of an entry and all below it. Refused when something was registered on it later."""
    reason = why_not_end(last_day=last_day, use=use_of(theme), words=WORDS)
    if reason:
        raise ValidationError({"ends_on": reason})
    for child in Theme.objects.filter(parent=theme):
        if child.ends_on is None or child.ends_on > last_day:
            retire_theme(theme=child, last_day=last_day, by=by)
    ended: Theme = change(row=theme, values={"ends_on": last_day}, by=by)
    return ended


@transaction.atomic
def map_theme(*, source: Theme, target: Theme, by: User | None, note: str = "") -> ThemeMapping:
    """Say that an entry of one version answers to an entry of another."""
    if source.taxonomy_id == target.taxonomy_id:
        raise ValidationError({"target": _("Choose an entry of another version.")})
    mapping: ThemeMapping
    mapping, made = ThemeMapping.objects.get_or_create(source=source, target=target, defaults={"note": note})
    if made:
        log("mapped", source, by, {"mapped_to": [None, str(target)]})
    return mapping


@transaction.atomic
def unmap_theme(*, mapping: ThemeMapping, by: User | None) -> None:
    """Take a mapping back."""
    log("unmapped", mapping.source, by, {"mapped_to": [str(mapping.target), None]})
    mapping.delete()


def _end(current: Taxonomy, starts_on: date, by: User | None) -> None:
    uses = [use for theme in Theme.objects.filter(taxonomy=current, parent=None) if (use := use_of(theme))]
    latest = max(uses, key=lambda use: use.last, default=None)
    reason = why_not_new_version(starts_on=starts_on, current_starts_on=current.starts_on, use=latest, words=WORDS)
    if reason:
        raise ValidationError({"starts_on": reason})
    if current.ends_on is None or current.ends_on >= starts_on:
        change(row=current, values={"ends_on": starts_on - timedelta(days=1)}, by=by)


def _copy_themes(old: Taxonomy, new: Taxonomy, on: date) -> None:
    """Entries still in force, each mapped to the one it is copied from."""
    copies: dict[int, Theme] = {}
    for theme, depth in as_tree(themes_of(old)):
        if not theme.is_in_force(on) or (depth and theme.parent_id not in copies):
            continue
        fields = {name: getattr(theme, name) for name in COPIED if name != "starts_on"}
        parent = copies[theme.parent_id] if theme.parent_id else None
        copy = Theme.objects.create(taxonomy=new, parent=parent, aliases=list(theme.aliases), **fields)
        copies[theme.pk] = copy
        if depth:
            ThemeMapping.objects.create(source=copy, target=theme)
    for old_key, copy in copies.items():
        related = Theme.objects.get(pk=old_key).related.values_list("pk", flat=True)
        copy.related.add(*[copies[key] for key in related if key in copies])
