"""A figure as a native chart on the cells of its sheet."""

from io import BytesIO
from typing import Any

from ombud.core.statistics.table import Figure, Table
from ombud.writers.charts.drawing import draw, picture
from ombud.writers.charts.look import STEPS, ink_on

_ROW_HEIGHT = 20


def add_chart(
    workbook: Any, sheet: Any, figure: Figure, shown: Table, sheet_name: str, first_row: int, caption: str, at_row: int
) -> int:
    """Draw below the table and return the row after the chart. The cells stay the only numbers."""
    chart = workbook.add_chart(_kind(figure, len(shown.columns)))
    last_row = first_row + len(shown.rows) - 1
    for place in range(len(shown.columns)):
        colour = STEPS[place % len(STEPS)]
        series: dict[str, Any] = {
            "name": [sheet_name, first_row - 1, place + 1],  # a cell: a label beginning with = would be a formula
            "categories": [sheet_name, first_row, 0, last_row, 0],
            "values": [sheet_name, first_row, place + 1, last_row, place + 1],
            "data_labels": {"value": True},
            "gap": 60,
        }
        if figure.chart == "pie":
            series["points"] = [{"fill": {"color": STEPS[i % len(STEPS)]}} for i in range(len(shown.rows))]
            series["data_labels"] = {"value": True, "category": True, "position": "outside_end"}
        elif figure.chart == "line":
            series["line"] = {"color": colour, "dash_type": ("solid", "dash", "round_dot")[place % 3], "width": 2.25}
            series["marker"] = {"type": ("circle", "square", "triangle")[place % 3], "size": 7}
        else:
            if figure.chart == "stacked":
                series["data_labels"] = {"value": True, "font": {"color": ink_on(place).upper()}}
            series["fill"], series["border"] = {"color": colour}, {"color": "#12294A", "width": 0.5}
        chart.add_series(series)
    chart.show_blanks_as("gap")
    rows = _dress(chart, figure, shown, caption)
    sheet.insert_chart(at_row, 0, chart, {"description": figure.alternative or caption, "object_position": 2})
    return at_row + rows + 1


def add_picture(sheet: Any, figure: Figure, language: str, caption: str, at_row: int) -> int:
    """The drawing as a picture, and the row after it."""
    content = BytesIO(picture(draw(figure, language)))
    place = {"image_data": content, "x_scale": 0.5, "y_scale": 0.5, "object_position": 2}
    sheet.insert_image(at_row, 0, "figure.png", {**place, "description": figure.alternative or caption})
    return at_row + 400 // _ROW_HEIGHT


def _kind(figure: Figure, columns: int) -> dict[str, str]:
    match figure.chart:
        case "line":
            return {"type": "line"}
        case "pie" if columns == 1:
            return {"type": "pie"}
        case "stacked":
            return {"type": "bar", "subtype": "stacked"}
    return {"type": "bar"}


def _dress(chart: Any, figure: Figure, shown: Table, caption: str) -> int:
    """Titles, axes and size; returns the height in rows."""
    chart.set_title({"name": caption, "name_font": {"size": 12, "bold": True}, "overlay": False})
    if figure.chart == "pie" or len(shown.columns) == 1:
        chart.set_legend({"none": True})
    else:
        chart.set_legend({"position": "top"})
    height = 320
    if figure.chart not in ("line", "pie"):
        bars = len(shown.rows) * (1 if figure.chart == "stacked" else len(shown.columns))
        height = 130 + 26 * max(bars, 3)
        chart.set_y_axis({"reverse": True, "num_font": {"size": 10}, "line": {"color": "#BFBFBF"}})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    elif figure.chart == "line":
        chart.set_y_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#E6E6E6"}}})
    chart.set_size({"width": 720, "height": height})
    return height // _ROW_HEIGHT + 1
