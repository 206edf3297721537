"""Lines that a break cuts, and funnels: what is drawn is what may be read."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ombud.core.report.tree import Document, FigureBlock, Section
from ombud.core.statistics.breaks import Break
from ombud.core.statistics.definitions import DefinitionError, FigureDefinition
from ombud.core.statistics.figures import make_figure
from ombud.core.statistics.hiding import hide
from ombud.core.statistics.inputs import Aggregate, Inputs, PeriodData
from ombud.core.words import PLAIN
from ombud.writers import WRITERS
from ombud.writers.charts.drawing import draw
from ombud.writers.charts.points import points, with_gaps
from ombud.writers.charts.specification import specification
from tests.core.statistics.test_tables import MATTERS, YEAR, cube, made

YEARS = tuple(
    Aggregate(date(year, 1, 1), date(year, 12, 31), "matters", "", "", number)
    for year, number in ((2019, 70), (2020, 60), (2021, 64), (2022, 58))
)
CUT = (Break(date(2021, 1, 1), "New adviser."),)
SIZES = tuple(
    Aggregate(YEAR.first, YEAR.last, "clients", "department", key, size)
    for key, size in (("x", 1000), ("y", 4000), ("old", 500))
)


def figure(chart, table):
    return make_figure(FigureDefinition("f", {"en": "F"}, "t", chart), table, PLAIN)


def series(breaks=CUT):
    inputs = Inputs(PeriodData(YEAR, {"matters": cube(MATTERS * 6)}), aggregates=YEARS, breaks=breaks)
    return figure("line", made(inputs, rows=("period",), measures=("matters",), periods=20))


def sized(counts=(("x", 40), ("y", 130), ("old", 2))):
    rows = [("a", key, "main") for key, number in counts for _ in range(number)]
    inputs = Inputs(PeriodData(YEAR, {"matters": cube(rows)}), aggregates=SIZES)
    return made(inputs, rows=("department",), measures=("count", "size", "per_size"), per="clients")


def document(drawn):
    section = Section("s", "", "S", (FigureBlock(1, "figure-1", drawn),))
    return Document(
        title="T", subtitle="", language="en", municipality="M", author="", place="", dated="", sections=(section,),
        period_from=YEAR.first, period_to=YEAR.last,
    )  # fmt: skip


def test_a_break_cuts_the_line_in_segments():
    assert [point.segment for point in points(series(), "en")] == [0, 0, 1, 1, 1]
    assert {point.segment for point in points(series(()), "en")} == {0}
    line = specification(series(), "en")["layer"][0]
    assert line["encoding"]["detail"]["field"] == "segment"
    assert draw(series(), "en").count('stroke-width="2.5"') == draw(series(()), "en").count('stroke-width="2.5"') + 1


def test_excel_leaves_a_gap_at_the_break():
    drawn = series()
    assert [row.label for row in with_gaps(drawn.table).rows] == ["2019", "2020", "", "2021", "2022", "2023"]
    content = WRITERS["xlsx"](document(drawn), words=PLAIN)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        chart = book.read("xl/charts/chart1.xml").decode()
    assert '<c:ptCount val="6"/>' in chart


def test_periods_of_unequal_length_are_drawn_by_their_rates():
    short = Aggregate(date(2022, 8, 1), date(2022, 12, 31), "matters", "", "", 30)
    inputs = Inputs(PeriodData(YEAR, {"matters": cube(MATTERS * 12)}), aggregates=(short,))
    drawn = figure("line", made(inputs, rows=("period",), measures=("matters",)))
    assert drawn.columns == ("matters_rate",)
    assert [point.text for point in points(drawn, "en")] == ["6.0", "5.0"]


def test_a_funnel_draws_every_place_of_three_or_more_by_its_size():
    drawn = specification(figure("funnel", sized()), "en")
    dots = drawn["layer"][-2]["data"]["values"]
    assert [(dot["text"], dot["size"], round(dot["rate"], 1)) for dot in dots] == [("X", 1000, 40.0), ("Y", 4000, 32.5)]
    assert drawn["encoding"]["x"]["axis"]["title"] == "Clients"
    texts = [layer["data"]["values"][0].get("text") for layer in drawn["layer"]]
    assert texts.count("95%") == texts.count("99.8%") == 2


@pytest.mark.parametrize("kind", ["html", "pdf", "docx", "xlsx"])
def test_a_funnel_is_written_in_every_format(kind):
    assert WRITERS[kind](document(figure("funnel", sized())), words=PLAIN)


def test_a_hidden_number_is_in_no_funnel():
    table = sized((("x", 41), ("y", 130), ("old", 35)))
    table = replace(table, compared=replace(table.compared, sizes={**table.compared.sizes, "z": 800}))
    extra = replace(table.rows[0], key="z", label="Z", cells=(37, 800, Fraction(185, 4)))
    hidden = hide(replace(table, rows=(*table.rows, extra)), [(0, 0)])
    drawn = figure("funnel", hidden)
    assert drawn.sentence == ""
    text = json.dumps(specification(drawn, "en"))
    assert '"text": "X"' not in text
    assert '"text": "Z"' in text


def test_too_few_places_are_a_sentence_and_a_table_without_sizes_is_refused():
    few = figure("funnel", sized((("x", 40),)))
    assert few.sentence or len(few.table.rows) >= 3
    with pytest.raises(DefinitionError, match="funnel needs a table"):
        figure("funnel", made(rows=("department",)))
