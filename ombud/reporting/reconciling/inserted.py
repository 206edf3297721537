"""Which tables a report prints, and where: a number that is not printed need not agree with anything."""

from collections.abc import Mapping, Sequence

from ombud.core.report.insertions import insertions_in
from ombud.core.report.outline import OutlineSection
from ombud.reporting.statistics import Statistics

PlaceInText = tuple[str, int]
"""Key of a section and line."""


def places_of_tables(counted: Statistics, sections: Sequence[OutlineSection]) -> Mapping[str, PlaceInText]:
    """For each table that is printed, itself or as a figure, where it stands first."""
    found: dict[str, PlaceInText] = {}
    figures = {name: one.table.name for name, one in counted.figures.items() if name not in counted.hidden}
    for section in sections:
        for line, text in enumerate(section.text.splitlines(), 1):
            for kind, name in insertions_in(text):
                table = name if kind == "table" else figures.get(name, "") if kind == "figure" else ""
                if table in counted.tables:
                    found.setdefault(table, (section.key, line))
    return found
