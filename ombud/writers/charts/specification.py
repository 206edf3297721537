"""A figure as a Vega-Lite specification: plain data, no addresses, no expressions of the user's."""

from typing import Any

from ombud.core.statistics.table import Figure
from ombud.writers.charts.funnel import funnel_specification
from ombud.writers.charts.look import BLUE, CONFIG, DASHES, LINE, SHAPES, STEPS, TEXT, WIDTH, ink_on, scale
from ombud.writers.charts.points import Point, points

Specification = dict[str, Any]
_CATEGORY: Specification = {"field": "category", "type": "nominal", "sort": None}
_LABELS: Specification = {"title": None, "labelLimit": 290, "labelPadding": 8, "ticks": False}
_PLOTTED_WIDTH = 400
_FRAME: Specification = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "config": CONFIG,
    "padding": 4,
}


def specification(figure: Figure, language: str) -> Specification:
    """The drawing of a figure. ``ValueError`` for a kind of chart there is none of, and where a hidden number could be
    measured.
    """
    if figure.chart == "funnel":
        return {**_FRAME, **funnel_specification(figure, language)}
    drawn = points(figure, language)
    series = list(dict.fromkeys(point.series for point in drawn))
    makers = {"bar": _bars, "grouped": _grouped, "stacked": _stacked, "line": _lines, "pie": _pie}
    if figure.chart not in makers:
        raise ValueError(f"unknown chart: {figure.chart}")
    chart = "grouped" if figure.chart == "bar" and len(series) > 1 else figure.chart
    if chart not in ("bar", "grouped") and any(point.is_hidden for point in drawn):
        raise ValueError("a hidden number could be measured in this drawing: its figure is a sentence")
    return {
        **_FRAME,
        "data": {"values": [_datum(point, series) for point in drawn]},
        **makers[chart](drawn, series),
    }


def _datum(point: Point, series: list[str]) -> Specification:
    """``value`` is what is drawn, ``at`` where its text stands: a hidden number has its word at the axis and no bar."""
    ink = ink_on(series.index(point.series))
    return {
        "category": point.category,
        "series": point.series,
        "value": point.value if point.is_known else None,
        "at": 0 if point.is_hidden else point.value if point.is_known else None,
        "text": point.text,
        "place": series.index(point.series),
        "ink": ink,
        "segment": point.segment,
    }


def _value(drawn: list[Point], room: float = 1.12) -> Specification:
    most = max((point.value for point in drawn), default=0) or 1
    return {"field": "value", "type": "quantitative", "axis": None, "scale": {"domain": [0, most * room]}}


def _horizontal(height: Specification) -> Specification:
    return {"width": WIDTH, "height": height, "autosize": {"type": "fit-x", "contains": "padding"}}


def _bars(drawn: list[Point], series: list[str]) -> Specification:
    listed = {"domain": list(dict.fromkeys(point.category for point in drawn))}
    encoding = {"y": {**_CATEGORY, "axis": _LABELS, "scale": listed}, "x": _value(drawn)}
    bars = {"mark": {"type": "bar", "color": BLUE, "height": {"band": 0.68}}}
    at = {**_value(drawn), "field": "at"}
    labels = {"mark": {"type": "text", "align": "left", "dx": 6}, "encoding": {"x": at, "text": {"field": "text"}}}
    return {**_horizontal({"step": 28}), "encoding": encoding, "layer": [bars, labels]}


def _grouped(drawn: list[Point], series: list[str]) -> Specification:
    listed = {"domain": list(dict.fromkeys(point.category for point in drawn))}
    encoding = {
        "y": {**_CATEGORY, "axis": _LABELS, "scale": {**listed, "paddingInner": 0.25}},
        "yOffset": {"field": "series", "type": "nominal", "sort": series},
        "x": _value(drawn),
    }
    colour = {"field": "series", "type": "nominal", "sort": series, "scale": scale(series, STEPS)}
    bars = {"mark": {"type": "bar", "stroke": "#12294a", "strokeWidth": 0.6}, "encoding": {"color": colour}}
    labels = {
        "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 12},
        "encoding": {"x": {**_value(drawn), "field": "at"}, "text": {"field": "text"}},
    }
    height = {"step": 18, "for": "offset"}
    return {**_horizontal(height), "encoding": encoding, "layer": [bars, labels]}


def _stacked(drawn: list[Point], series: list[str]) -> Specification:
    sums: dict[str, float] = {}
    for point in drawn:
        sums[point.category] = sums.get(point.category, 0) + point.value
    most = max(sums.values(), default=0) or 1
    stack = {"field": "value", "type": "quantitative", "stack": "zero", "axis": None, "scale": {"domain": [0, most]}}
    order = {"field": "place", "type": "ordinal"}
    colour = {"field": "series", "type": "nominal", "sort": series, "scale": scale(series, STEPS)}
    bars = {
        "mark": {"type": "bar", "stroke": "#12294a", "strokeWidth": 0.6, "height": {"band": 0.75}},
        "encoding": {"color": colour},
    }
    labels = {
        "mark": {"type": "text", "fontSize": 12},
        "transform": [{"filter": f"datum.value > {most * 14 / _PLOTTED_WIDTH}"}],
        "encoding": {
            "x": {**stack, "bandPosition": 0.5},
            "text": {"field": "text"},
            "color": {"field": "ink", "type": "nominal", "scale": None},
        },
    }
    encoding = {"y": {**_CATEGORY, "axis": _LABELS}, "x": stack, "order": order}
    return {**_horizontal({"step": 32}), "encoding": encoding, "layer": [bars, labels]}


def _lines(drawn: list[Point], series: list[str]) -> Specification:
    axis = {
        "title": None,
        "labelAngle": 0,
        "ticks": False,
        "labelPadding": 8,
        "domainColor": LINE,
        "labelOverlap": True,
    }
    encoding: Specification = {
        "x": {**_CATEGORY, "axis": axis},
        "y": {**_value(drawn, 1.2), "axis": {"title": None, "tickCount": 4, "domain": False, "ticks": False}},
    }
    several = {"field": "series", "type": "nominal", "sort": series}
    apart = {"detail": {"field": "segment", "type": "nominal"}}
    line: Specification = {"mark": {"type": "line", "strokeWidth": 2.5, "color": BLUE}, "encoding": apart}
    dots: Specification = {"mark": {"type": "point", "filled": True, "size": 70, "opacity": 1, "color": BLUE}}
    if len(series) > 1:
        colour = {**several, "scale": scale(series, STEPS)}
        line["encoding"] = {**apart, "color": colour, "strokeDash": {**several, "scale": scale(series, DASHES)}}
        dots["encoding"] = {"color": colour, "shape": {**several, "scale": scale(series, SHAPES)}}
    layers = [line, dots, *(_line_labels(drawn) if len(drawn) <= 24 else [])]
    size = {"width": WIDTH, "height": 260, "autosize": {"type": "fit", "contains": "padding"}}
    return {**size, "encoding": encoding, "layer": layers}


def _line_labels(drawn: list[Point]) -> list[Specification]:
    """Above the highest dot of a category and below the lowest; those between are read from the table."""
    categories = list(dict.fromkeys(point.category for point in drawn))
    data: dict[int, list[Specification]] = {-12: [], 15: []}
    for category in categories:
        known = sorted((p for p in drawn if p.category == category and p.is_known), key=lambda point: -point.value)
        for dy, picked in ((-12, known[:1]), (15, known[1:][-1:])):
            data[dy] += [{"category": one.category, "value": one.value, "text": one.text} for one in picked]
    return [
        {
            "data": {"values": values},
            "mark": {"type": "text", "dy": dy, "fontSize": 12, "color": TEXT},
            "encoding": {"text": {"field": "text"}},
        }
        for dy, values in data.items()
        if values
    ]


def _pie(drawn: list[Point], series: list[str]) -> Specification:
    names = [f"{point.category}: {point.text}" for point in drawn]
    values = [
        {"slice": name, "value": point.value, "place": i}
        for i, (name, point) in enumerate(zip(names, drawn, strict=True))
    ]
    colour = {"field": "slice", "type": "nominal", "sort": names, "scale": scale(names, STEPS)}
    return {
        "data": {"values": values},
        "width": 260,
        "height": 220,
        "mark": {"type": "arc", "outerRadius": 105, "stroke": "#ffffff", "strokeWidth": 2},
        "encoding": {
            "theta": {"field": "value", "type": "quantitative", "stack": True},
            "order": {"field": "place", "type": "ordinal"},
            "color": {
                **colour,
                "legend": {
                    "orient": "right",
                    "direction": "vertical",
                    "columns": 1,
                    "labelFontSize": 14,
                    "labelLimit": 340,
                },
            },
        },
    }
