"""Albertslund 2024/25 as a report tree: the published tables 1-4, every kind of figure, all that prose can hold."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from ombud.core.report.numbering import resolve
from ombud.core.report.outline import OutlineSection
from ombud.core.report.tree import Document
from ombud.core.statistics.table import Basis, Column, Difference, Figure, Origin, Row, Table
from ombud.core.words import PLAIN, Words

PUBLISHED: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "data" / "albertslund-2024-25.json").read_text("utf-8")
)
PERIOD = "1. april 2024 – 31. marts 2025"
MATTERS = Basis("sager", "alle sager i perioden", 203, PERIOD, "hver problemstilling er en sag")
DECISIONS = Basis("afgørelser", "alle afgørelser", 64, PERIOD, "afgørelsens dato", Origin.IMPORTED, "Ankestyrelsen")


def _columns(labels: list[str], *, total_last: bool = True) -> tuple[Column, ...]:
    last = len(labels) - 1 if total_last else -1
    return tuple(Column(f"c{i}", label, is_total=i == last) for i, label in enumerate(labels))


def _simple(name: str, key: str, basis: Basis, *, total_last: bool = True) -> Table:
    data = PUBLISHED[key]
    rows = tuple(Row(label, label, 0, tuple(cells)) for label, cells in data["rows"].items())
    columns = _columns(data["columns"], total_last=total_last)
    return Table(name, data["caption"], "Afdeling", columns, rows, tuple(data["total"]), "I alt", basis)


def _subthemes() -> Table:
    data = PUBLISHED["table_2"]
    rows: list[Row] = []
    for theme in data["themes"]:
        rows.append(Row(theme["theme"], theme["theme"], 0, (*theme["counts"], theme["total"])))
        rows += [
            Row(f"{theme['theme']}/{sub['subtheme']}", sub["subtheme"], 1, (*sub["counts"], sub["total"]))
            for sub in theme["subthemes"]
        ]
    total = (*data["total"]["counts"], data["total"]["total"])
    columns = _columns([*data["departments"], "Sager i alt"])
    return Table(
        "subthemes-by-department", data["caption"], "Tema og undertema", columns, tuple(rows), total, "I alt", MATTERS
    )


def tables() -> dict[str, Table]:
    remarks = replace(
        _simple("appeal-remarks-by-theme", "table_4", DECISIONS, total_last=False),
        columns_add_up=False,
        notes=("En afgørelse kan have flere bemærkninger.",),
        differences=(Difference("bemærkninger", 39, 31),),
    )
    made = [
        _simple("departments-by-role", "table_1", MATTERS),
        _subthemes(),
        _simple("appeals-by-outcome", "table_3", DECISIONS),
        remarks,
    ]
    return {table.name: table for table in made}


def figures() -> dict[str, Figure]:
    by_name = tables()
    departments, appeals = by_name["departments-by-role"], by_name["appeals-by-outcome"]
    years = Table(
        "years",
        "Sager pr. periode",
        "Periode",
        (Column("n", "Sager"), Column("e", "Henvendelser")),
        tuple(
            Row(year, year, 0, cells)
            for year, cells in (
                ("2021/22", (188, 140)),
                ("2022/23", (None, 151)),
                ("2023/24", (1195, 155)),
                ("2024/25", (203, 162)),
            )
        ),
        (),
        "",
        replace(MATTERS, origin=Origin.MIXED),
    )
    types = Table(
        "types",
        "Typer",
        "Type",
        (Column("n", "Henvendelser"),),
        (Row("k", "Klage", 0, (35,)), Row("a", "Andet", 0, (23,))),
        (58,),
        "I alt",
        MATTERS,
    )
    made = [
        Figure(
            "departments",
            "Sager fordelt på afdelinger",
            "bar",
            departments,
            ("c2",),
            as_percent=True,
            alternative="Flest sager hører til Borger, Arbejdsmarked & Erhverv.",
        ),
        Figure("roles", "Hovedsager og følgesager", "grouped", departments, alternative="Der er flest hovedsager."),
        Figure("outcomes", "Ankestyrelsens afgørelser", "stacked", appeals, alternative="Omtrent lige mange."),
        Figure("years", "Sager gennem årene", "line", years, alternative="Niveauet er stabilt."),
        Figure("types", "Klager og andet", "pie", types, as_percent=True, alternative="60 % er klager."),
        Figure("channels", "Kanaler", "bar", types, sentence="Alle henvendelser kom pr. telefon."),
        Figure(
            "themes",
            "Sager fordelt på temaer",
            "bar",
            by_name["subthemes-by-department"],
            ("c8",),
            alternative="Forvaltningsskik fylder mest.",
        ),
    ]
    return {figure.name: figure for figure in made}


PREFACE = """Kære borgere, politikere og ansatte

Beretningen dækker {tal: matters} sager. Tallene står i {se: departments-by-role}, og *fordelingen* i {se: emner}.
Over **41,9 %** handler om »Forvaltningsskik«[^skik].

Venlig hilsen\\
Borgerrådgiveren

[^skik]: Se https://www.ombudsmanden.dk/find-viden/myndighedsguiden og loven.
"""
CASES = """{figur: themes}

### Om tid

::: case Den tabte ansøgning #tabt
En borger søgte om hjælp:

- først i *januar*
- så igen i **maj**

> Vi har ikke modtaget Deres brev.
:::

1. Læs [vejledningen](https://www.example.dk/a?b=1&c=2).
2. Skriv til [os](mailto:raad@example.dk)^[Svar gives inden for en uge.].
"""
OUTLINE = (
    OutlineSection("forord", "Forord", 1, False, PREFACE),
    OutlineSection(
        "henvendelser", "Henvendelser", 1, True, "{figur: departments}\n\n{figur: roles}\n\n{figur: channels}"
    ),
    OutlineSection("emner", "Hvad henvender borgerne sig om", 2, True, CASES),
    OutlineSection("udvikling", "Udvikling", 2, True, "{figur: years}\n\n{figur: types}\n\nSe {se: case tabt}."),
    OutlineSection(
        "anke", "Ankestyrelsen", 1, True, "{figur: outcomes}\n\nSe {se: appeals-by-outcome}[^a].\n\n[^a]: Note."
    ),
    OutlineSection(
        "bilag",
        "Bilag: tabeller",
        1,
        False,
        "{tabel: departments-by-role}\n\n{tabel: subthemes-by-department}\n\n{tabel: appeals-by-outcome}\n\n"
        "{tabel: appeal-remarks-by-theme}",
    ),
)
COVER = Document(
    "Borgerrådgiverens beretning 2024/25",
    "Til kommunalbestyrelsen",
    "da",
    "Albertslund Kommune",
    "Borgerrådgiveren",
    "Albertslund",
    "maj 2025",
    date(2024, 4, 1),
    date(2025, 3, 31),
    (),
    caveats=("Datoer, kanaler og typer er trukket tilfældigt inden for de offentliggjorte tal.",),
    legal_basis="Kommunestyrelseslovens § 65 e",
    is_draft=True,
)


def document(words: Words = PLAIN, *, outline: tuple[OutlineSection, ...] = OUTLINE) -> Document:
    made, problems = resolve(outline, tables(), figures(), {"matters": "203"}, words, cover=COVER)
    assert not problems, problems
    return made
