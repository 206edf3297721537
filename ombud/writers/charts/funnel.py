"""A funnel plot: every place as a dot by size and rate, between the limits chance keeps to (Spiegelhalter 2005)."""

from dataclasses import dataclass
from typing import Any

from ombud.core.comparison.funnel import Funnel, Limits, Placed, funnel
from ombud.core.comparison.verdicts import FEWEST_FOR_A_RATE
from ombud.core.statistics.concluded import places_of
from ombud.core.statistics.table import Figure
from ombud.writers.charts.look import BLUE, LINE, TEXT, WIDTH
from ombud.writers.plain import plain

STEPS = 60
CURVES = (
    ("very_low", "99.8", [4, 4]),
    ("low", "95", [1, 0]),
    ("high", "95", [1, 0]),
    ("very_high", "99.8", [4, 4]),
)


@dataclass(frozen=True)
class Plot:
    """``limits`` at rising sizes, the places that are drawn, and what both rates are given per."""

    found: Funnel
    limits: tuple[Limits, ...]
    drawn: tuple[Placed, ...]
    many: int


def plot_of(figure: Figure) -> Plot:
    """What is drawn. A place with fewer than three is counted, not drawn. ``ValueError`` where there is no funnel."""
    found = funnel(places_of(figure.table))
    if found is None or figure.table.compared is None:
        raise ValueError("too little is known of the sizes: the figure is a sentence")
    sizes = [one.place.size for one in found.places]
    least, most = min(sizes) * 0.6, max(sizes) * 1.08
    limits = tuple(found.limits(least + (most - least) * (at / STEPS) ** 2) for at in range(STEPS + 1))
    drawn = tuple(one for one in found.places if one.place.count >= FEWEST_FOR_A_RATE)
    return Plot(found, limits, drawn, figure.table.compared.many)


def funnel_specification(figure: Figure, language: str) -> dict[str, Any]:
    """The layers of the drawing: limits, the rate of all together, dots with their names."""
    plot = plot_of(figure)
    labels = {column.key: plain(column.label) for column in figure.table.columns}
    top = max([*(one.rate for one in plot.drawn), plot.found.overall]) * plot.many * 1.35
    axis = {"tickCount": 5, "domainColor": LINE, "titleFontSize": 13, "titleFontWeight": "normal", "titleColor": TEXT}
    x = {"field": "size", "type": "quantitative", "scale": {"zero": False, "nice": False}}
    y = {"field": "rate", "type": "quantitative", "scale": {"domain": [0, top], "clamp": True}}
    encoding = {
        "x": {**x, "axis": {**axis, "title": labels.get("size", ""), "grid": False}},
        "y": {**y, "axis": {**axis, "title": labels.get("per_size", "")}},
    }
    return {
        "width": WIDTH,
        "height": 340,
        "autosize": {"type": "fit", "contains": "padding"},
        "encoding": encoding,
        "layer": [*_curves(plot, top, language), _middle(plot), *_dots(plot)],
    }


def _curves(plot: Plot, top: float, language: str) -> list[dict[str, Any]]:
    layers: list[dict[str, Any]] = []
    for name, level, dash in CURVES:
        values = [{"size": one.size, "rate": getattr(one, name) * plot.many} for one in plot.limits]
        shown = [value for value in values if value["rate"] <= top]
        mark = {"type": "line", "color": "#767676", "strokeWidth": 1.3, "strokeDash": dash}
        layers.append({"data": {"values": shown}, "mark": mark})
        sign = f"{level.replace('.', ',')} %" if language.startswith("da") else f"{level}%"
        text = {"type": "text", "align": "right", "dy": -6, "fontSize": 11, "color": "#4d4d4d"}
        encoding = {"text": {"field": "text"}}
        layers.append({"data": {"values": [{**shown[-1], "text": sign}]}, "mark": text, "encoding": encoding})
    return layers


def _middle(plot: Plot) -> dict[str, Any]:
    ends = [{"size": one.size, "rate": plot.found.overall * plot.many} for one in (plot.limits[0], plot.limits[-1])]
    return {"data": {"values": ends}, "mark": {"type": "line", "color": TEXT, "strokeWidth": 1}}


def _dots(plot: Plot) -> list[dict[str, Any]]:
    values = [
        {"size": one.place.size, "rate": one.rate * plot.many, "text": plain(one.place.label)} for one in plot.drawn
    ]
    dots = {"type": "point", "filled": True, "size": 75, "opacity": 1, "color": BLUE}
    names = {"type": "text", "dy": -11, "fontSize": 12, "color": TEXT}
    return [
        {"data": {"values": values}, "mark": dots},
        {"data": {"values": values}, "mark": names, "encoding": {"text": {"field": "text"}}},
    ]
