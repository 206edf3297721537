"""The known answers: R to 15 digits, numbers printed in the literature, exactly summed error rates."""

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "data" / "stat_cases"


@dataclass(frozen=True)
class Known:
    name: str
    family: str
    inputs: dict[str, Any]
    quantity: str
    value: float
    tolerance: float


@cache
def reference(*quantities: str, family: str) -> list[Known]:
    """What R gives for a family of cases, in the quantities named."""
    return [
        Known(row["id"], row["family"], json.loads(row["inputs"]), row["quantity"], float(row["value"]), tolerance)
        for row in rows("stat_reference_r.csv")
        if row["family"] == family
        and row["quantity"].startswith(quantities)
        and (tolerance := float(row["tolerance"])) >= 0
    ]


@cache
def literature(*starts: str) -> list[Known]:
    """Published numbers of the cases whose id starts so, to half a unit of the last printed decimal."""
    return [
        Known(
            row["id"],
            row["what"],
            json.loads(row["inputs"]),
            row["quantity"],
            float(row["published_value"]),
            0.51 * 10 ** -int(row["decimals"]),
        )
        for row in rows("stat_literature.csv")
        if row["id"].startswith(starts)
    ]


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def named(known: Known) -> str:
    """The name of a case in the list of tests."""
    return f"{known.name}-{known.quantity}"


def agrees(found: float, known: Known) -> bool:
    """Within the tolerance of the case, relative above 1 for R's numbers."""
    return found == known.value or abs(found - known.value) <= known.tolerance * max(1.0, abs(known.value))
