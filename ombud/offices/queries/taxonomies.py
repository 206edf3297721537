"""Themes and subthemes by day (R91-R104)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from ombud.offices.models import Taxonomy, Theme
from ombud.offices.models.dated import OPEN_FIRST, in_force


def taxonomy_on(on: date) -> Taxonomy | None:
    """The version in force on the day."""
    return Taxonomy.objects.filter(in_force(on)).order_by(OPEN_FIRST, "pk").last()


def themes_of(taxonomy: Taxonomy) -> "QuerySet[Theme]":
    """All entries of a version, in their order, each with its parents at hand."""
    return Theme.objects.filter(taxonomy=taxonomy).select_related("parent__parent").order_by("order", "name")


def as_tree(themes: Iterable[Theme]) -> list[tuple[Theme, int]]:
    """Each theme, then its subthemes, each followed by its details; with the depth 0, 1 or 2."""
    children: dict[int | None, list[Theme]] = {}
    for row in themes:
        children.setdefault(row.parent_id, []).append(row)
    found: list[tuple[Theme, int]] = []

    def add(parent: int | None, depth: int) -> None:
        for row in children.get(parent, []):
            found.append((row, depth))
            add(row.pk, depth + 1)

    add(None, 0)
    return found


def subthemes_on(on: date) -> list[tuple[Theme, list[Theme]]]:
    """Themes in force on the day with what a matter can be placed on: subthemes, each followed by its details."""
    taxonomy = taxonomy_on(on)
    if taxonomy is None:
        return []
    grouped: list[tuple[Theme, list[Theme]]] = []
    shown: set[int] = set()
    for theme, depth in as_tree(themes_of(taxonomy)):
        if not theme.is_in_force(on) or (depth and theme.parent_id not in shown):
            continue
        shown.add(theme.pk)
        if depth == 0:
            grouped.append((theme, []))
        else:
            grouped[-1][1].append(theme)
    return [(theme, below) for theme, below in grouped if below]


def subtheme_choices(on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """``subthemes_on`` for a select with groups: keys and names, a detail behind the name of its subtheme."""
    return [
        (theme.local_name, [(str(row.pk), " › ".join(step.local_name for step in row.path[1:])) for row in below])
        for theme, below in subthemes_on(on)
    ]
