"""The dimensions of the taxonomy: subthemes below themes, in the order of the taxonomy's versions (R91-R104)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ombud.core.statistics.facts import Dimension, Member, dimension
from ombud.core.words import Words
from ombud.offices.models import Theme
from ombud.reporting.facts.naming import local, overlaps


@dataclass(frozen=True)
class Themes:
    """``keys`` translates the id of any entry to its key in ``subtheme``: a detail counts in the subtheme above it."""

    theme: Dimension
    subtheme: Dimension
    keys: Mapping[int, str]


def themes(first: date, last: date, words: Words) -> Themes:
    """Entries of every version; those in force on a day of the period, in a version in force, count as current.

    A theme without a subtheme is *not stated*, as the register's filter has it; the pages refuse it.
    """
    rows = list(
        Theme.objects.order_by("taxonomy__starts_on", "taxonomy_id", "order", "name").values(
            "pk", "name", "name_en", "parent_id", "starts_on", "ends_on", "taxonomy__starts_on", "taxonomy__ends_on"
        )
    )
    parents = {row["pk"]: row["parent_id"] for row in rows}
    tops = [row for row in rows if row["parent_id"] is None]
    top_ids = {row["pk"] for row in tops}
    below = [row for row in rows if row["parent_id"] in top_ids]
    language, not_stated = words.get_language(), words.gettext("Not stated")

    def member(row: dict[str, Any], parent: str = "") -> Member:
        return Member(str(row["pk"]), local(row, language), parent, is_current=_is_current(row, first, last))

    theme = dimension("theme", words.gettext("Theme"), [member(row) for row in tops], not_stated=not_stated)
    members = [member(row, str(row["parent_id"])) for row in below]
    subtheme = dimension("subtheme", words.gettext("Subtheme"), members, not_stated=not_stated, parent=theme)
    return Themes(theme, subtheme, {pk: _subtheme(pk, parents, top_ids) for pk in parents})


def _is_current(row: Mapping[str, Any], first: date, last: date) -> bool:
    version = {"starts_on": row["taxonomy__starts_on"], "ends_on": row["taxonomy__ends_on"]}
    return overlaps(row, first, last) and overlaps(version, first, last)


def _subtheme(pk: int, parents: Mapping[int, int | None], tops: set[int]) -> str:
    while (above := parents[pk]) is not None and above not in tops:
        pk = above
    return "" if above is None else str(pk)
