"""Taxonomies with their themes, mappings between versions and groups of subthemes."""

from typing import Any

from ombud.core.profile.fields import as_day
from ombud.offices.models import Taxonomy, Theme, ThemeGroup, ThemeMapping

LEVELS = ("themes", "subthemes", "details")


def make_taxonomies(data: dict[str, Any]) -> None:
    entries = data.get("taxonomies", [])
    made = []
    for order, entry in enumerate(entries, 1):
        taxonomy = make_taxonomy(entry["content"], order=order, entry=entry)
        made.append((taxonomy, entry["content"]))
    for taxonomy, content in made:
        map_to_others(taxonomy, content)
    for order, entry in enumerate(data.get("theme_groups", []), 1):
        _make_group(entry, order)


def make_taxonomy(content: dict[str, Any], *, order: int, entry: dict[str, Any]) -> Taxonomy:
    """A version from the content of a theme file; ``entry`` says when it is in force and may tell its descent anew."""
    taxonomy: Taxonomy = Taxonomy.objects.create(
        name=entry.get("name") or content["name"],
        name_en=content.get("name_en", ""),
        version=content.get("version", ""),
        descent=entry.get("descent") or content.get("descent", ""),
        descent_en=entry.get("descent_en") or content.get("descent_en", ""),
        starts_on=as_day(entry.get("starts_on")),
        ends_on=as_day(entry.get("ends_on")),
        order=order,
    )
    _make_themes(taxonomy, content["themes"], None, LEVELS[1:])
    rows = _by_name(taxonomy)
    for left, right in content.get("related", []):
        rows[left].related.add(rows[right])
    return taxonomy


def map_to_others(taxonomy: Taxonomy, content: dict[str, Any]) -> None:
    """Map to the subthemes of the other versions; a name that no other version has is passed over, since a theme file
    is used by municipalities with different histories.
    """
    own = _by_name(taxonomy)
    others = Theme.objects.exclude(taxonomy=taxonomy).exclude(parent=None)
    for entry in content.get("mapping", []):
        for target in others.filter(name__in=entry["to"], parent__parent=None):
            ThemeMapping.objects.get_or_create(source=own[entry["from"]], target=target)


def _make_themes(
    taxonomy: Taxonomy, entries: list[dict[str, Any]], parent: Theme | None, below: tuple[str, ...]
) -> None:
    for order, entry in enumerate(entries, 1):
        row = Theme.objects.create(
            taxonomy=taxonomy,
            parent=parent,
            name=entry["name"],
            name_en=entry.get("name_en", ""),
            scope_note=entry.get("scope_note", ""),
            scope_note_en=entry.get("scope_note_en", ""),
            aliases=entry.get("aliases", []),
            starts_on=as_day(entry.get("starts_on")),
            ends_on=as_day(entry.get("ends_on")),
            order=order,
        )
        if below:
            _make_themes(taxonomy, entry.get(below[0], []), row, below[1:])


def _by_name(taxonomy: Taxonomy) -> dict[str, Theme]:
    """The subthemes of a version by name."""
    return {row.name: row for row in Theme.objects.filter(taxonomy=taxonomy, parent__isnull=False, parent__parent=None)}


def _make_group(entry: dict[str, Any], order: int) -> None:
    group = ThemeGroup.objects.create(
        name=entry["name"],
        name_en=entry.get("name_en", ""),
        order=order,
        base=Theme.objects.filter(name=entry.get("theme") or "", parent=None).first(),
    )
    group.themes.set(Theme.objects.filter(name__in=entry["members"], parent__isnull=False, parent__parent=None))
