"""Two tables of inner counts with known answers, and any table as a release."""

import csv
import json

from ombud.core.alternatives.counts import Counts, Line
from ombud.core.auditing.release import Release
from ombud.core.disclosure.system import System
from tests.core.auditing.albertslund import DATA


def albertslund() -> Counts:
    """Table 2: themes and subthemes by department."""
    table = json.loads((DATA / "albertslund-2024-25.json").read_text(encoding="utf-8"))["table_2"]
    lines = [
        Line(theme["theme"], sub["subtheme"], tuple(sub["counts"]))
        for theme in table["themes"]
        for sub in theme["subthemes"]
    ]
    return Counts(tuple(table["departments"]), tuple(lines))


def synthetic() -> Counts:
    """140 subthemes by 20 departments."""
    path = DATA / "stat_cases" / "sdc_table_synthetic_140x20.csv"
    heading, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    lines = [Line(row[0], row[1], tuple(map(int, row[2:]))) for row in rows]
    return Counts(tuple(heading[2:]), tuple(lines))


def published(system: System, hidden: frozenset[str], lower_bound: int = 1, protection: str = "P2") -> Release:
    """What a reader has when these cells are hidden."""
    printed = {key: cell.value for key, cell in system.cells.items() if key not in hidden}
    relations = tuple((one.total, one.parts) for one in system.relations)
    return Release(printed, hidden, frozenset(), relations, lower_bound, 3, protection)
