"""`ombud statistics`: the tables of a period as one JSON object, or as text."""

import json
from argparse import Namespace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality, add_period
from ombud.config.commands.office import office
from ombud.config.commands.period import period_of
from ombud.core.numbers import hidden_text
from ombud.core.statistics.table import HIDDEN, Hidden

if TYPE_CHECKING:
    from ombud.core.statistics.table import CellValue, Column, Row, Table
    from ombud.reporting.statistics import Statistics


def add(commands: Any) -> None:
    parser = commands.add("statistics", run, _("print the tables of a period: the office's own numbers, unprotected"))
    add_municipality(parser)
    add_period(parser)
    parser.add_argument("--json", action="store_true", help=_("print one JSON object"))


def run(options: Namespace) -> None:
    first, last = period_of(options)
    with office(options.municipality):
        from ombud.reporting.statistics import statistics_for

        counted = statistics_for(first, last, translation)
        if options.json:
            print(json.dumps(as_json(counted), ensure_ascii=False, indent=1))
        else:
            print(as_text(counted))


def as_json(counted: "Statistics") -> dict[str, Any]:
    """One object; shares are per cent as printed, what is not known is null. A hidden number is null too; the columns
    where it is so stand under "hidden" of the row, or under "total_hidden".
    """
    first, last = counted.period.first.isoformat(), counted.period.last.isoformat()
    return {
        "municipality": counted.municipality,
        "municipality_name": counted.name,
        "period": {"from": first, "to": last},
        "enquiries": counted.enquiries,
        "matters": counted.matters,
        "caveats": list(counted.caveats),
        "tables": [_table(table) for table in counted.tables.values()],
    }


def _table(table: "Table") -> dict[str, Any]:
    columns = table.columns
    return {
        "name": table.name,
        "caption": table.caption,
        "unit": table.basis.unit,
        "base": table.basis.base,
        "base_count": _number(table.basis.base_count, "count"),
        "base_hidden": table.basis.base_count is HIDDEN,
        "principle": table.basis.principle,
        "origin": table.basis.origin.value,
        "source": table.basis.source,
        "row_heading": table.row_heading,
        "columns": [_heading(column) for column in columns],
        "rows": [_row(row, columns) for row in table.rows],
        "total": _numbers(table.total, columns),
        "total_hidden": _hidden(table.total),
        "notes": [*table.notes, *_differences(table)],
    }


def _row(row: "Row", columns: "tuple[Column, ...]") -> dict[str, Any]:
    numbers, hidden = _numbers(row.cells, columns), _hidden(row.cells)
    return {"label": row.label, "level": row.level, "cells": numbers, "hidden": hidden}


def _hidden(cells: "tuple[CellValue, ...]") -> list[int]:
    """The columns, from 0, whose number is known and not told."""
    return [place for place, cell in enumerate(cells) if cell is HIDDEN]


def _heading(column: "Column") -> str:
    return f"{column.label} (%)" if column.unit == "percent" and "%" not in column.label else column.label


def _numbers(cells: "tuple[CellValue, ...]", columns: "tuple[Column, ...]") -> list[int | float | None]:
    return [_number(cell, column.unit) for cell, column in zip(cells, columns, strict=True)]


def _number(cell: "CellValue", unit: str) -> int | float | None:
    if cell is None or isinstance(cell, Hidden):
        return None
    value = Fraction(cell) * 100 if unit == "percent" else Fraction(cell)
    return int(value) if value.denominator == 1 else float(value)


def _differences(table: "Table") -> list[str]:
    text = _("%(where)s: the parts make %(parts)d, the total is %(total)d.")
    return [text % {"where": one.where, "parts": one.parts, "total": one.total} for one in table.differences]


def as_text(counted: "Statistics") -> str:
    """The tables one below the other, in columns."""
    head = [counted.name, counted.period.label(translation), *counted.caveats]
    return "\n\n".join(["\n".join(head), *(_text(table) for table in counted.tables.values())])


def _text(table: "Table") -> str:
    data = _table(table)
    lines = [[table.row_heading, *data["columns"]]]
    lines += [["  " * row["level"] + row["label"], *_shown(row["cells"], row["hidden"])] for row in data["rows"]]
    if table.total_label:
        lines.append([table.total_label, *_shown(data["total"], data["total_hidden"])])
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    shown = ["  ".join(_padded(line, widths)).rstrip() for line in lines]
    return "\n".join([table.caption, *shown, *data["notes"]])


def _padded(line: list[str], widths: list[int]) -> list[str]:
    return [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]


def _shown(numbers: list[float | None], hidden: list[int]) -> list[str]:
    word = hidden_text(translation.get_language() or "da")
    texts = ("–" if number is None else str(number) for number in numbers)
    return [word if place in hidden else text for place, text in enumerate(texts)]
