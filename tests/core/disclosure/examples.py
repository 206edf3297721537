"""The tables that protection is tried on: Albertslund's, the synthetic one, small ones, and random ones."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from ombud.core.disclosure.system import Cell, Relation, Standing, System
from ombud.core.disclosure.two_level import InnerRow, Place, TwoLevelTable

DATA = Path(__file__).parents[2] / "data"
CASES = DATA / "stat_cases"
SYNTHETIC = CASES / "sdc_table_synthetic_140x20.csv"


def albertslund() -> tuple[TwoLevelTable, Mapping[str, tuple[int, ...]]]:
    """Table 2, and table 1 as a margin of its columns."""
    data = json.loads((DATA / "albertslund-2024-25.json").read_text(encoding="utf-8"))
    rows = [
        InnerRow(theme["theme"], one["subtheme"], tuple(one["counts"]))
        for theme in data["table_2"]["themes"]
        for one in theme["subthemes"]
    ]
    roles = zip(*(counts[:2] for counts in data["table_1"]["rows"].values()), strict=True)
    return TwoLevelTable(tuple(data["departments"]), tuple(rows)), dict(zip(("main", "follow-on"), roles, strict=True))


def synthetic() -> TwoLevelTable:
    with SYNTHETIC.open(encoding="utf-8") as file:
        heading, *rows = csv.reader(file)
    return TwoLevelTable(
        tuple(heading[2:]), tuple(InnerRow(theme, name, tuple(map(int, counts))) for theme, name, *counts in rows)
    )


def of_table(name: str) -> tuple[System, Mapping[str, Place]]:
    """The system of a table named in sdc_optimal_values.json."""
    if name == "synthetic_140x20":
        return synthetic().system()
    table, margin = albertslund()
    return table.system(margin if "linked" in name else None)


def flat(counts: Sequence[Sequence[int]]) -> System:
    """A table of rows and columns with its totals: cells r0c1, totals r0, c1 and t."""
    rows, columns = len(counts), len(counts[0])
    cells = {f"r{row}c{column}": counts[row][column] for row in range(rows) for column in range(columns)}
    sums = [(f"r{row}", tuple(f"r{row}c{column}" for column in range(columns))) for row in range(rows)]
    sums += [(f"c{column}", tuple(f"r{row}c{column}" for row in range(rows))) for column in range(columns)]
    sums += [("t", tuple(f"r{row}" for row in range(rows))), ("t", tuple(f"c{column}" for column in range(columns)))]
    for total, parts in sums:
        cells[total] = sum(cells[part] for part in parts)
    return system(cells, sums)


def cube(counts: Sequence[Sequence[Sequence[int]]]) -> System:
    """A table in three ways with all margins: no network. Key "abc", a dot where a way is summed over."""
    sizes = (len(counts), len(counts[0]), len(counts[0][0]))
    cells = {
        f"{one}{two}{three}": counts[one][two][three]
        for one in range(sizes[0])
        for two in range(sizes[1])
        for three in range(sizes[2])
    }
    for way, size in enumerate(sizes):
        for key in [key for key in cells if key[way] == "0"]:
            cells[_put(key, way, ".")] = sum(cells[_put(key, way, str(place))] for place in range(size))
    sums = [
        (key, tuple(_put(key, way, str(place)) for place in range(size)))
        for way, size in enumerate(sizes)
        for key in cells
        if key[way] == "."
    ]
    return system(cells, sums)


def random_two_level(random: Random, themes: int, columns: int) -> TwoLevelTable:
    """Counts as reports have them: many noughts, ones and twos, few large."""
    rows = [
        InnerRow(f"T{theme}", f"T{theme}.{number}", tuple(_count(random) for _ in range(columns)))
        for theme in range(themes)
        for number in range(random.randint(1, 4))
    ]
    return TwoLevelTable(tuple(f"D{number}" for number in range(columns)), tuple(rows))


def system(cells: Mapping[str, int], sums: Sequence[tuple[str, tuple[str, ...]]]) -> System:
    return System(
        {key: Cell(value) for key, value in cells.items()}, tuple(Relation(total, parts) for total, parts in sums)
    )


def standing(one: System, **standings: Standing) -> System:
    cells = {key: Cell(cell.value, standings.get(key, cell.standing), cell.label) for key, cell in one.cells.items()}
    return System(cells, one.relations)


def _put(key: str, way: int, sign: str) -> str:
    return key[:way] + sign + key[way + 1 :]


def _count(random: Random) -> int:
    return random.choice((0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 8, 13))
