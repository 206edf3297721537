"""How charts look: readable in black and white, because every step differs in lightness, dash and shape too."""

from typing import Any

FONT = "IBM Plex Sans"
WIDTH = 640
TEXT = "#1a1a1a"
LINE = "#bfbfbf"
BLUE = "#0059b3"
STEPS = ("#0059b3", "#9cc3ea", "#12294a", "#d9d9d9", "#5b8fc7", "#f3f3f3")
DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [12, 4], [4, 6])
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")

CONFIG: dict[str, Any] = {
    "font": FONT,
    "background": None,
    "view": {"stroke": None},
    "axis": {"labelFontSize": 13, "labelColor": TEXT, "domainColor": LINE, "tickColor": LINE, "gridColor": "#e6e6e6"},
    "legend": {
        "orient": "top",
        "direction": "horizontal",
        "title": None,
        "labelFontSize": 13,
        "labelColor": TEXT,
        "labelLimit": 280,
        "symbolStrokeWidth": 1,
        "columns": 3,
    },
    "text": {"font": FONT, "fontSize": 13, "color": TEXT},
}


def scale(names: list[str], values: tuple[Any, ...]) -> dict[str, Any]:
    """A scale that gives every series its step, in the table's order."""
    return {"domain": names, "range": [values[place % len(values)] for place in range(len(names))]}


def ink_on(step: int) -> str:
    """Text colour with enough contrast on ``STEPS[step]``."""
    return "#ffffff" if step % len(STEPS) in (0, 2) else TEXT
