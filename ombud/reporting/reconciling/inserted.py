"""Which tables a text prints, and where: a number that is not printed need not agree with anything."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ombud.core.report.outline import OutlineSection
from ombud.reporting.statistics import Statistics

_INSERTION = re.compile(r"(?m)^[ \t>*+-]*\{[ \t]*(?P<kind>tabel|table|figur|figure)[ \t]*:[ \t]*(?P<name>[^{}]+?)[ \t]*\}", re.I)

PlaceInText = tuple[str, int]
"""Key of a section and line."""


def inserted_names(counted: Statistics, texts: Iterable[str]) -> tuple[str, ...]:
    """The tables that the texts print, themselves or as a figure, each once."""
    sections = [OutlineSection(str(at), "", 1, False, text) for at, text in enumerate(texts)]
    return tuple(places_of_tables(counted, sections))


def places_of_tables(counted: Statistics, sections: Sequence[OutlineSection]) -> Mapping[str, PlaceInText]:
    """For each table that is printed, itself or as a figure, where it stands first."""
    found: dict[str, PlaceInText] = {}
    tables = {name: name for name in counted.tables}
    figures = {name: one.table.name for name, one in counted.figures.items() if name not in counted.hidden}
    for section in sections:
        for one in _INSERTION.finditer(section.text):
            known = tables if one["kind"].casefold().startswith("tab") else figures
            name = known.get(one["name"])
            if name is not None:
                found.setdefault(name, (section.key, section.text.count("\n", 0, one.start()) + 1))
    return found
