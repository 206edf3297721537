"""Definitions and tables to figures. A figure has the numbers of its table and tells them in words too."""

from fractions import Fraction

from ombud.core.comparison.funnel import funnel
from ombud.core.comparison.verdicts import FEWEST_UNMARKED
from ombud.core.numbers import hidden_text, number_text, share_text
from ombud.core.statistics.compared import Layout
from ombud.core.statistics.concluded import concluded, places_of
from ombud.core.statistics.definitions import DefinitionError, FigureDefinition, text_in
from ombud.core.statistics.hiding import in_fair_order
from ombud.core.statistics.rates import RATE
from ombud.core.statistics.table import HIDDEN, CellValue, Column, Figure, Hidden, Row, Table
from ombud.core.words import Words

MOST_PIE_PARTS = 2
FUNNEL = "funnel"


def make_figure(definition: FigureDefinition, table: Table, words: Words, *, threshold: int = 0) -> Figure:
    """The figure of a definition. One category or none becomes a sentence (R215), and so does a base under the
    ``threshold`` (R139) and a drawing in which a hidden number could be measured. A pie of more than two parts becomes
    bars unless the definition asks for it. ``DefinitionError`` when the table lacks a column or a level.
    """
    table = in_fair_order(table)
    columns = drawn_columns(definition, table, words)
    if definition.level and definition.level >= max(len(table.row_dimensions), 1):
        raise DefinitionError(
            words.gettext('Figure "%(name)s": the table has no level %(level)s.')
            % {"name": definition.name, "level": definition.level}
        )
    if (
        definition.chart == FUNNEL
        and table.rows
        and (table.compared is None or table.compared.layout is not Layout.PLACES)
    ):
        raise DefinitionError(
            words.gettext(
                'Figure "%(name)s": a funnel needs a table that says what its numbers are set against ("per").'
            )
            % {"name": definition.name}
        )
    rows = drawn_rows(definition.level, table, columns)
    caption, chart = text_in(definition.caption, words.get_language()), _chart(definition, rows, columns)
    return Figure(
        name=definition.name,
        caption=caption,
        chart=chart,
        table=table,
        columns=tuple(column.key for column in columns),
        level=definition.level,
        as_percent=all(column.unit == "percent" for column in columns)
        or (definition.as_percent and not _is_few(table)),
        sentence=_too_few(table, threshold, words)
        or _untold(caption, chart, rows, columns, table, words)
        or _sentence(rows, columns, table, words)
        or (" ".join(concluded(table, words)) if chart == FUNNEL and funnel(places_of(table)) is None else ""),
        alternative=_alternative(rows, columns, table, words),
    )


def drawn_columns(definition: FigureDefinition, table: Table, words: Words) -> tuple[Column, ...]:
    """The columns named, else the share when the figure is in per cent, else all but totals. Rates stand for numbers of
    periods that are not equally long, counts for shares of fewer than twenty.
    """
    known = {column.key: column for column in table.columns}
    missing = [key for key in definition.columns if key not in known]
    if missing:
        raise DefinitionError(
            words.gettext('Figure "%(name)s": the table "%(table)s" has no column "%(column)s".')
            % {"name": definition.name, "table": table.name, "column": missing[0]}
        )
    if definition.columns:
        return tuple(known[key] for key in definition.columns)
    if definition.chart == FUNNEL:
        return tuple(known[key] for key in ("count", "size", "per_size") if key in known)
    plain = tuple(column for column in table.columns if not column.is_total)
    counts = tuple(column for column in plain if column.unit == "count")
    if definition.as_percent and _is_few(table) and counts and not table.over_periods:
        return counts
    rates = tuple(column for column in plain if column.unit == RATE)
    if rates and not definition.as_percent and table.compared and not table.compared.are_equally_long:
        return rates
    wanted = "percent" if definition.as_percent else "count"
    return tuple(column for column in plain if column.unit == wanted) or plain


def _is_few(table: Table) -> bool:
    """Whether a per cent of it would not stand without its counts."""
    number = table.basis.base_count
    return isinstance(number, int) and number < FEWEST_UNMARKED


def drawn_rows(level: int, table: Table, columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """The rows of the level that are counted at all: a share that is rounded to 0 per cent is still drawn."""
    places = _places(table, columns)
    return tuple(
        row
        for row in table.rows
        if row.level == level and any(row.cells) and any(row.cells[at] is not None for at in places)
    )


def _places(table: Table, columns: tuple[Column, ...]) -> list[int]:
    return [table.columns.index(column) for column in columns]


def _chart(definition: FigureDefinition, rows: tuple[Row, ...], columns: tuple[Column, ...]) -> str:
    is_crowded = len(rows) > MOST_PIE_PARTS and not definition.many_part_pie
    if definition.chart == "pie" and (is_crowded or len(columns) > 1):
        return "bar" if len(columns) == 1 else "grouped"
    if definition.chart == "bar" and len(columns) > 1:
        return "grouped"
    if definition.chart in ("grouped", "stacked") and len(columns) == 1:
        return "bar"
    return definition.chart


def _sentence(rows: tuple[Row, ...], columns: tuple[Column, ...], table: Table, words: Words) -> str:
    if not rows:
        return words.gettext("There are no %(unit)s to show in the period.") % {"unit": table.basis.unit}
    if table.over_periods and len(table.columns) == 1:
        spans = table.compared.spans if table.compared else ()
        period = next((one.name for one in spans if one.key == columns[0].key), columns[0].label)
        return words.gettext("There are numbers for one period only: %(period)s.") % {"period": period}
    if len(rows) == 1 and table.compared and table.compared.layout is Layout.ROWS:
        return words.gettext("There are numbers for one period only: %(period)s.") % {"period": rows[0].label}
    if len(rows) > 1 or len(columns) > 1 or not table.total_label:
        return ""
    number = table.basis.base_count
    if isinstance(number, Hidden):
        return ""
    texts = {"number": number_text(number, words.get_language()), "unit": table.basis.unit, "category": rows[0].label}
    if number == 1:
        return words.gettext("The only registration in the period (%(unit)s) is in the category %(category)s.") % texts
    if rows[0].cells[_places(table, columns)[0]] in (number, Fraction(1)) and rows[0].key:
        return words.gettext("All %(number)s %(unit)s are in the category %(category)s.") % texts
    return words.gettext("The only category is %(category)s (%(number)s %(unit)s in all).") % texts


def _too_few(table: Table, threshold: int, words: Words) -> str:
    """What is said of so few that anything more could point to one of them; "" where there are enough, or none."""
    number = table.basis.base_count
    if number is HIDDEN:
        text = words.gettext("The number of %(unit)s is hidden to protect citizens. They are not described.")
        return text % {"unit": table.basis.unit}
    if not isinstance(number, int) or not 0 < number < threshold:
        return ""
    text = words.gettext("There are fewer than %(threshold)s %(unit)s. They are not described, to protect citizens.")
    return text % {"threshold": threshold, "unit": table.basis.unit}


def _untold(
    caption: str, chart: str, rows: tuple[Row, ...], columns: tuple[Column, ...], table: Table, words: Words
) -> str:
    """The numbers in words where a drawing would let a hidden one be measured: as the rest of a pie or of a bar in
    parts, as what a line passes on its way, or where nothing else is left to draw. "" where nothing is hidden.
    """
    cells = [row.cells[at] for row in rows for at in _places(table, columns)]
    if HIDDEN not in cells or (
        chart in ("bar", "grouped", FUNNEL) and any(isinstance(one, int | Fraction) for one in cells)
    ):
        return ""
    text = words.gettext(
        "“%(caption)s” is not drawn, since a hidden number could be measured in the drawing. %(numbers)s."
    )
    return text % {"caption": caption, "numbers": _told(rows, columns, table, words)}


def _alternative(rows: tuple[Row, ...], columns: tuple[Column, ...], table: Table, words: Words) -> str:
    """The numbers in words, column by column, with the base they are of."""
    number = table.basis.base_count
    base = words.gettext("Base: %(number)s %(unit)s.") % {
        "number": hidden_text(words.get_language())
        if isinstance(number, Hidden)
        else number_text(number, words.get_language()),
        "unit": table.basis.unit,
    }
    return f"{table.row_heading}. {_told(rows, columns, table, words)}. {base}" if rows else base


def _told(rows: tuple[Row, ...], columns: tuple[Column, ...], table: Table, words: Words) -> str:
    told = []
    for at, column in zip(_places(table, columns), columns, strict=True):
        numbers = "; ".join(f"{row.label} {_cell(row.cells[at], column, words)}" for row in rows)
        told.append(f"{column.label}: {numbers}" if len(columns) > 1 else numbers)
    return ". ".join(told)


def _cell(cell: CellValue, column: Column, words: Words) -> str:
    if cell is None:
        return words.gettext("not stated")
    if isinstance(cell, Hidden):
        return hidden_text(words.get_language())
    if column.unit == "percent":
        return share_text(Fraction(cell), words.get_language(), column.decimals)
    return number_text(cell, words.get_language())
