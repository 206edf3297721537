"""What can be chosen on the page of an enquiry: what is in force on its day, and what it already has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ombud.casework.models import Enquiry
from ombud.offices.models import Channel, Department, EnquiryType, Mandate, Tag, Theme
from ombud.offices.queries.channels import channels_on
from ombud.offices.queries.departments import as_tree, departments_on
from ombud.offices.queries.mandates import words_on
from ombud.offices.queries.taxonomies import subthemes_on
from ombud.offices.queries.types import types_on

NONE = "none"
Option = tuple[str, str]
Grouped = list[Option | tuple[str, list[Option]]]


@dataclass(frozen=True)
class Choices:
    """Rows by their key as text, in the order they are offered. ``words`` is the mandate whose words the page uses."""

    on: date
    words: Mandate
    departments: dict[str, Department]
    themes: list[tuple[Theme, list[Theme]]]
    types: dict[str, EnquiryType]
    channels: dict[str, Channel]
    tags: dict[str, Tag]

    @property
    def subthemes(self) -> dict[str, Theme]:
        return {str(row.pk): row for _theme, below in self.themes for row in below}

    @property
    def definitions(self) -> list[tuple[str, str]]:
        """What each type means on the day, as help (R49)."""
        found = [(row.local_name, row.definition_on(self.on)) for row in self.types.values()]
        english = get_language() == "en"
        return [(name, (english and text.text_en) or text.text) for name, text in found if text is not None]

    def top_options(self) -> list[Option]:
        """The departments that count; a sub-unit is chosen at the matter."""
        return [(key, row.local_name) for key, row in self.departments.items() if row.parent_id is None]

    def department_options(self) -> Grouped:
        """Departments with their sub-units in a group of their own."""
        offered: Grouped = [("", _("As the enquiry")), (NONE, _("Not stated"))]
        group: list[Option] = []
        for row, depth in as_tree(self.departments.values()):
            if depth == 0:
                group = [(str(row.pk), row.local_name)]
                offered.append((row.local_name, group))
            else:
                group.append((str(row.pk), row.local_name))
        return [_alone(option) for option in offered]

    def theme_options(self) -> Grouped:
        """Subthemes under their themes; a detail stands behind the name of its subtheme."""
        offered: Grouped = [("", _("Not stated"))]
        for theme, below in self.themes:
            rows = [(str(row.pk), " › ".join(step.local_name for step in row.path[1:])) for row in below]
            offered.append((theme.local_name, rows))
        return offered


def choices_on(on: date, enquiry: Enquiry | None = None) -> Choices:
    """What is in force on the day, and what the enquiry has although it no longer is."""
    matters = list(enquiry.matters.select_related("department", "theme__parent__parent")) if enquiry else []
    channels = [enquiry.first_channel, enquiry.primary_channel] if enquiry else []
    return Choices(
        on=on,
        words=words_on(on),
        departments=_keyed([*departments_on(on), *(matter.department for matter in matters)]),
        themes=_with(subthemes_on(on), [matter.theme for matter in matters if matter.theme is not None]),
        types=_keyed([*types_on(on), enquiry.type if enquiry else None]),
        channels=_keyed([*channels_on(on), *channels]),
        tags=_keyed(Tag.objects.all()),
    )


def _keyed(rows: Iterable[Any]) -> dict[str, Any]:
    return {str(row.pk): row for row in rows if row is not None}


def _with(themes: list[tuple[Theme, list[Theme]]], kept: list[Theme]) -> list[tuple[Theme, list[Theme]]]:
    known = {row.pk for _theme, below in themes for row in below}
    for theme in kept:
        if theme.pk not in known:
            known.add(theme.pk)
            themes = [*themes, (theme.path[0], [theme])]
    return themes


def _alone(option: Option | tuple[str, list[Option]]) -> Option | tuple[str, list[Option]]:
    """A department without sub-units needs no group."""
    inside = option[1]
    return inside[0] if isinstance(inside, list) and len(inside) == 1 else option
