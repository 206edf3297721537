"""The published figures of Albertslund 2024/25 turned into facts. Which matter is the main one is not published for
each subtheme; here the first matters of a department, in the order of table 2, are its main matters.
"""

import json
from datetime import date
from pathlib import Path

from ombud.core.statistics.cube import Cube, count
from ombud.core.statistics.facts import Dimension, Facts, Member, dimension, encode
from ombud.core.statistics.inputs import Inputs, PeriodData
from ombud.core.statistics.periods import Period

PUBLISHED = json.loads((Path(__file__).parents[2] / "data" / "albertslund-2024-25.json").read_text(encoding="utf-8"))
ALIASES = {"Borger & Arbejdsmarked": "Borger, Arbejdsmarked & Erhverv"}
OUTCOMES = ("without_remarks", "with_remarks", "rejected")
YEAR = Period("2024/25", date(2024, 4, 1), date(2025, 3, 31))
NOTE = "Sager, der ikke angår kommunen."


def cube_of(kind: str, rows: list[dict[str, str]], *dimensions: Dimension) -> Cube:
    codes = {one.name: encode([row[one.name] for row in rows], one) for one in dimensions}
    return count(Facts(kind, dimensions, codes, len(rows)))


def departments(copies_appeals: bool = False) -> Dimension:
    senders = {ALIASES.get(name, name) for name in PUBLISHED["table_3"]["rows"]}
    members = [
        Member(
            name,
            name,
            note=NOTE if name in PUBLISHED["external"] else "",
            is_current=not copies_appeals or name in senders,
        )
        for name in PUBLISHED["departments"]
    ]
    return dimension("department", "Afdeling", members, not_stated="Uoplyst")


def subthemes() -> Dimension:
    themes = PUBLISHED["table_2"]["themes"]
    above = dimension("theme", "Tema", [Member(one["theme"], one["theme"]) for one in themes], not_stated="Uoplyst")
    below = [Member(sub["subtheme"], sub["subtheme"], one["theme"]) for one in themes for sub in one["subthemes"]]
    return dimension("subtheme", "Emne", below, not_stated="Uoplyst", parent=above)


def roles() -> Dimension:
    members = [Member("main", "Hovedsag"), Member("follow_on", "Følgesag")]
    return dimension("role", "Rolle", members, not_stated="Uoplyst")


def matter_rows() -> list[dict[str, str]]:
    names = PUBLISHED["table_2"]["departments"]
    mains = {name: row[0] for name, row in PUBLISHED["table_1"]["rows"].items()}
    rows = []
    for theme in PUBLISHED["table_2"]["themes"]:
        for sub in theme["subthemes"]:
            for name, number in zip(names, sub["counts"], strict=True):
                for _ in range(number):
                    role = "main" if mains[name] > 0 else "follow_on"
                    mains[name] -= 1
                    rows.append({"department": name, "subtheme": sub["subtheme"], "role": role})
    return rows


def appeal_rows(table: str, name: str, keys: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        {"department": ALIASES.get(department, department), name: key}
        for department, counts in PUBLISHED[table]["rows"].items()
        for key, number in zip(keys, counts, strict=False)
        for _ in range(number)
    ]


def cubes() -> dict[str, Cube]:
    remarks = tuple(PUBLISHED["table_4"]["columns"])
    outcome = dimension("outcome", "Udfald", [Member(key, key) for key in OUTCOMES], not_stated="Uoplyst")
    remark = dimension("remark", "Bemærkning", [Member(key, key) for key in remarks], not_stated="Uoplyst")
    senders = departments(copies_appeals=True)
    return {
        "matters": cube_of("matters", matter_rows(), departments(), subthemes(), roles()),
        "appeal_decisions": cube_of("appeal_decisions", appeal_rows("table_3", "outcome", OUTCOMES), senders, outcome),
        "appeal_remarks": cube_of("appeal_remarks", appeal_rows("table_4", "remark", remarks), senders, remark),
    }


def inputs() -> Inputs:
    principle = "Hver problemstilling tæller som en sag."
    return Inputs(PeriodData(YEAR, cubes(), principle), unit_names={"matters": ("sag", "sager")})
