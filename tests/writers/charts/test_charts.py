from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from ombud.writers.charts.drawing import draw, picture, width_of
from ombud.writers.charts.look import STEPS, ink_on
from ombud.writers.charts.points import as_table, points
from ombud.writers.charts.specification import specification
from tests.writers.albertslund import figures

DRAWN = [figure for figure in figures().values() if not figure.sentence]


@pytest.mark.parametrize("figure", DRAWN, ids=lambda figure: figure.name)
def test_every_bar_says_its_number_and_nothing_needs_a_style_attribute(figure: object) -> None:
    svg = draw(figure, "da")  # type: ignore[arg-type]
    assert " style=" not in svg
    assert "href=" not in svg
    assert "<text" in svg
    assert 0 < width_of(svg) <= 640


def test_a_bar_is_labelled_as_a_dane_writes() -> None:
    svg = draw(figures()["departments"], "da")
    assert "29,6\u00a0%" in svg
    assert ">Børn &amp; Familie<" in svg


def test_shares_are_of_the_columns_total() -> None:
    table = as_table(figures()["departments"])
    assert table.rows[0].cells == (Fraction(60, 203),)
    assert table.total == (Fraction(1),)
    assert sum(row.cells[0] or 0 for row in table.rows) == 1


def test_only_rows_of_the_figures_level_are_drawn() -> None:
    figure = figures()["themes"]
    assert [point.text for point in points(figure, "da")] == ["44", "4", "27", "85", "14", "4", "19", "6"]
    assert len(points(replace(figure, level=1), "da")) == 27


def test_an_unknown_number_is_no_point() -> None:
    (unknown,) = [point for point in points(figures()["years"], "da") if not point.is_known]
    assert unknown.text == "–"
    data = specification(figures()["years"], "da")["data"]["values"]
    assert [datum["value"] for datum in data if datum["text"] == "–"] == [None]


def test_markup_in_a_label_is_escaped() -> None:
    figure = figures()["departments"]
    rows = tuple(replace(row, label="<script>x</script>") for row in figure.table.rows[:1])
    svg = draw(replace(figure, table=replace(figure.table, rows=rows)), "da")
    assert "<script" not in svg


def test_the_same_figure_is_drawn_once() -> None:
    assert draw(figures()["roles"], "da") is draw(figures()["roles"], "da")


def test_a_picture_has_text_in_it() -> None:
    """Without the registered fonts the words vanish and the file shrinks to the bars."""
    svg = draw(figures()["departments"], "da")
    without = svg.replace("<text", "<desc").replace("</text>", "</desc>")
    assert len(picture(svg)) > 1.3 * len(picture(without))


def test_an_unknown_chart_is_an_error() -> None:
    with pytest.raises(ValueError, match="spider"):
        specification(replace(figures()["roles"], chart="spider"), "da")


def _lightness(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_neighbouring_steps_differ_in_black_and_white() -> None:
    for one, other in pairwise(STEPS):
        light, dark = sorted((_lightness(one), _lightness(other)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) > 1.8, (one, other)


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_numbers_on_a_segment_can_be_read(step: int) -> None:
    light, dark = sorted((_lightness(STEPS[step]), _lightness(ink_on(step))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
