"""What stands in the way of an import, each with its place, and the list to take along."""

import csv
import io
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from ombud.casework.models import ImportRun
from ombud.casework.words import WORDS
from ombud.readers import Place, ReadError

MOST_KEPT = 5_000
"""How many problems are kept with the run; the rest are counted."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Problem:
    """``value`` is what the file says and ``field`` where it can be mapped to one of ``suggestions`` (key, name).

    As JSON, ``said`` is place and message in one line. A value that looks like a CPR number is never put here.
    """

    place: Place
    message: str
    value: str = ""
    field: str = ""
    suggestions: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "sheet": self.place.sheet,
            "row": self.place.row,
            "column": self.place.column,
            "message": self.message,
            "said": ReadError(self.message, self.place).said(WORDS),
            "value": self.value,
            "field": self.field,
            "suggestions": [{"key": key, "name": name} for key, name in self.suggestions],
        }


@dataclass
class Problems:
    """All problems of a run, in the order of the file."""

    found: list[Problem] = field(default_factory=list)
    rows: set[int | None] = field(default_factory=set)

    def add(self, problem: Problem) -> None:
        self.found.append(problem)
        self.rows.add(problem.place.row)

    def as_json(self) -> list[dict[str, Any]]:
        ordered = sorted(self.found, key=lambda problem: problem.place.row or 0)
        return [problem.as_json() for problem in ordered[:MOST_KEPT]]


def problems_csv(run: ImportRun) -> bytes:
    """The problems of the run as a csv file for a Danish spreadsheet program. No cell can become a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Sheet"), _("Row"), _("Column"), _("Problem"), _("Value"), _("Nearest names")])
    for problem in run.plan.get("problems", []):
        nearest = ", ".join(suggestion["name"] for suggestion in problem.get("suggestions", []))
        cells = (problem["sheet"], problem["row"], problem["column"], problem["message"], problem["value"], nearest)
        writer.writerow([_harmless("" if cell is None else str(cell)) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet program would calculate is shown as text."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
