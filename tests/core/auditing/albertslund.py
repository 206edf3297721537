"""Tables 1 and 2 of Albertslund's report 2024/25 as sums; a theme with one subtheme is one cell with it (R138)."""

import json
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
PUBLISHED = json.loads((DATA / "albertslund-2024-25.json").read_text(encoding="utf-8"))
DEPARTMENTS = [f"D{place}" for place in range(1, 9)]

Relations = tuple[tuple[str, tuple[str, ...]], ...]
Sums = tuple[dict[str, int], Relations]


def table_two() -> Sums:
    """Theme and subtheme by department with every margin; keys are row|column as in sdc_audit_albertslund.json."""
    columns = [*DEPARTMENTS, "*"]
    values: dict[str, int] = {}
    relations: list[tuple[str, tuple[str, ...]]] = []
    number, themes = 0, []
    for place, theme in enumerate(PUBLISHED["table_2"]["themes"], 1):
        name = f"T{place}"
        subthemes = []
        for sub in theme["subthemes"]:
            number += 1
            subthemes.append((f"S{number:02d}", sub))
        below = subthemes if len(subthemes) > 1 else []
        themes.append(name)
        for row, counted in [*below, (name, theme)]:
            for column, count in zip(columns, [*counted["counts"], counted["total"]], strict=True):
                values[f"{row}|{column}"] = count
            relations.append((f"{row}|*", tuple(f"{row}|{column}" for column in DEPARTMENTS)))
        if below:
            relations += [(f"{name}|{column}", tuple(f"{row}|{column}" for row, _ in below)) for column in columns]
    for column in columns:
        parts = tuple(f"{theme}|{column}" for theme in themes)
        values[f"*|{column}"] = sum(values[part] for part in parts)
        relations.append((f"*|{column}", parts))
    relations.append(("*|*", tuple(f"*|{column}" for column in DEPARTMENTS)))
    return values, tuple(relations)


def tables_one_and_two() -> Sums:
    """The same with table 1, department by role, hung on the departments' totals."""
    values, relations = table_two()
    more = []
    for department, counts in zip(DEPARTMENTS, PUBLISHED["table_1"]["rows"].values(), strict=True):
        values[f"role0|{department}"], values[f"role1|{department}"] = counts[:2]
        more.append((f"*|{department}", (f"role0|{department}", f"role1|{department}")))
    for role in ("role0", "role1"):
        values[f"{role}|*"] = PUBLISHED["table_1"]["total"][int(role[-1])]
        more.append((f"{role}|*", tuple(f"{role}|{department}" for department in DEPARTMENTS)))
    more.append(("*|*", ("role0|*", "role1|*")))
    return values, (*relations, *more)
