"""What can be concluded from a table as it is printed, in plain words (R216-R218, R229, R234, R239, R243).

Nothing is computed from a hidden number: the printed cells are all that is read.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from ombud.core.comparison.descriptions import course_text, distribution_text, places_text
from ombud.core.comparison.funnel import Place, funnel
from ombud.core.comparison.independence import independence
from ombud.core.comparison.run_chart import run_chart
from ombud.core.comparison.sentences import family, sentence
from ombud.core.comparison.verdicts import FEWEST_FOR_A_RATE, Pair, SharePair, judge, judge_shares
from ombud.core.numbers import number_text
from ombud.core.statistics.compared import Compared, Layout, Span
from ombud.core.statistics.rates import marks
from ombud.core.statistics.table import HIDDEN, CellValue, Row, Table
from ombud.core.words import Words

LEAST_FOR_A_COURSE = 10


def concluded(table: Table, words: Words) -> tuple[str, ...]:
    """The sentences under a table; none where it sets nothing side by side."""
    compared = table.compared
    if compared is None or not table.rows:
        return ()
    if compared.why_not:
        return (compared.why_not,)
    makers = {
        Layout.COLUMNS: _columns,
        Layout.ROWS: _rows,
        Layout.COURSE: _course,
        Layout.SEASON: _season,
        Layout.DISTRIBUTION: _distribution,
        Layout.PLACES: _places,
    }
    return (*makers[compared.layout](table, compared, words), *marks(table, words))


def _columns(table: Table, compared: Compared, words: Words) -> Iterator[str]:
    """Periods in the columns: the total by itself, the rows together."""
    places = {column.key: at for at, column in enumerate(table.columns)}
    spans = [one for one in compared.spans if one.key in places]
    if len(spans) < 2:
        return
    yield from _cuts(spans, words)
    *_, before, now = spans
    is_share = table.columns[places[now.key]].unit == "percent"
    if not is_share:
        yield from _rates(table, spans, places, words)
    if now.cut:
        return
    if is_share:
        pairs = _share_pairs(table, compared, now, before)
        yield from family(judge_shares(pairs), compared.unit, words)
        return
    ends = places[now.key], places[before.key]
    if table.has_total:
        total = _pair(table.total_label, table.total, ends, now, before)
        yield from (sentence(one, compared.unit, words) for one in judge([total] if total else []))
        yield from _long_course([table.total[places[one.key]] for one in spans], spans, words)
    found = [_pair(row.label, row.cells, ends, now, before) for row in _stated(table)]
    yield from family(judge([one for one in found if one]), compared.unit, words)


def _rows(table: Table, compared: Compared, words: Words) -> Iterator[str]:
    """Periods in the rows, a unit a column: the last two, and the course where it is long enough."""
    rows = {row.key: row for row in table.rows}
    spans = [one for one in compared.spans if one.key in rows]
    if len(spans) < 2:
        return
    yield from _cuts(spans, words)
    *_, before, now = spans
    for at, column in enumerate(table.columns):
        if column.unit != "count":
            continue
        if not now.cut:
            cells = rows[now.key].cells[at], rows[before.key].cells[at]
            pair = _pair(column.label, cells, (0, 1), now, before)
            yield from (sentence(one, column.label.lower(), words) for one in judge([pair] if pair else []))
        yield from _long_course([rows[one.key].cells[at] for one in spans], spans, words)


def _course(table: Table, compared: Compared, words: Words) -> Iterator[str]:
    """Months in the rows: has the level moved?"""
    at = _count_column(table)
    rows = {row.key: row for row in table.rows}
    spans = [one for one in compared.spans if one.key in rows]
    if at is None or not spans:
        return
    cells = [rows[one.key].cells[at] for one in spans]
    if HIDDEN in cells or None in cells:
        return
    yield course_text(run_chart(_per_day(cells, spans)), len(spans), words)


def _season(table: Table, compared: Compared, words: Words) -> Iterator[str]:
    yield words.gettext(
        "Quarters of one year that differ are no season. A season shows only when several years have the same course."
    )


def _distribution(table: Table, compared: Compared, words: Words) -> Iterator[str]:
    """Are the columns spread alike in all rows? Only where every number is printed."""
    places = [at for at, column in enumerate(table.columns) if column.unit == "count" and not column.is_total]
    rows = [row for row in _stated(table) if any(row.cells[at] for at in places)]
    counts = [[cell for at in places if isinstance(cell := row.cells[at], int)] for row in rows]
    if len(rows) < 2 or len(places) < 2 or any(len(row) < len(places) for row in counts):
        return
    labels = [table.columns[at].label for at in places]
    yield distribution_text(independence(counts), [row.label for row in rows], labels, words)


def _places(table: Table, compared: Compared, words: Words) -> Iterator[str]:
    yield from places_text(funnel(places_of(table)), words)


def places_of(table: Table) -> list[Place]:
    """The rows of a table that has both a printed count and a size, for a funnel."""
    at, sizes = _count_column(table), table.compared.sizes if table.compared else {}
    if at is None:
        return []
    return [
        Place(row.key, row.label, count, sizes[row.key])
        for row in _stated(table)
        if isinstance(count := row.cells[at], int) and sizes.get(row.key, 0) > 0
    ]


def _cuts(spans: Sequence[Span], words: Words) -> Iterator[str]:
    for before, after in pairwise(spans):
        if after.cut:
            text = words.gettext("Nothing is concluded from %(before)s to %(after)s: %(reason)s")
            yield text % {"before": before.name, "after": after.name, "reason": after.cut}


def _rates(table: Table, spans: Sequence[Span], places: dict[str, int], words: Words) -> Iterator[str]:
    """All numbers by the month, where the periods are not equally long and no column says it."""
    if len({one.time.months for one in spans}) == 1 or "rate" in places or min(one.time.months for one in spans) <= 0:
        return
    lines = [(row.label, row.cells) for row in table.rows if row.level == 0]
    if table.has_total:
        lines.insert(0, (table.total_label, table.total))
    told = []
    for label, cells in lines:
        rates = [_rate(cells[places[one.key]], one, words) for one in spans]
        if any(rates):
            told.append(f"{label}: {', '.join(one or '–' for one in rates)}")
    if told:
        yield words.gettext("A month while open (%(periods)s): %(rates)s.") % {
            "periods": ", ".join(one.name for one in spans),
            "rates": "; ".join(told),
        }


def _rate(cell: CellValue, span: Span, words: Words) -> str:
    if not isinstance(cell, int) or cell < FEWEST_FOR_A_RATE:
        return ""
    return number_text(cell / span.time.months, words.get_language(), 1)


def _long_course(cells: Sequence[CellValue], spans: Sequence[Span], words: Words) -> Iterator[str]:
    """Anhøj's rules on the periods since the last cut, where there are ten or more."""
    start = max((at for at, one in enumerate(spans) if one.cut), default=0)
    cells, spans = cells[start:], spans[start:]
    if len(spans) >= LEAST_FOR_A_COURSE and all(isinstance(cell, int) for cell in cells):
        yield course_text(run_chart(_per_day(cells, spans)), len(spans), words)


def _per_day(cells: Sequence[CellValue], spans: Sequence[Span]) -> list[Fraction]:
    return [
        Fraction(cell) / one.time.days
        for cell, one in zip(cells, spans, strict=True)
        if isinstance(cell, int) and one.time.days > 0
    ]


def _pair(label: str, cells: Sequence[CellValue], ends: tuple[int, int], now: Span, before: Span) -> Pair | None:
    """The numbers of now and before; None where one of them is not printed."""
    count, earlier = cells[ends[0]], cells[ends[1]]
    if not isinstance(count, int) or not isinstance(earlier, int):
        return None
    return Pair(label, count, now.time, earlier, before.time)


def _share_pairs(table: Table, compared: Compared, now: Span, before: Span) -> list[SharePair]:
    """Shares by the counts behind them. A row with a hidden cell is not compared, and its period has no base then."""
    keys = [one.key for one in compared.spans]
    at, at_before = keys.index(now.key), keys.index(before.key)
    if any(HIDDEN in row.cells for row in table.rows) or len(compared.counted) != len(table.rows):
        return []
    outer = [(row, counts) for row, counts in zip(table.rows, compared.counted, strict=True) if row.level == 0]
    stated = [(row, counts) for row, counts in outer if row.key]
    whole, whole_before = (sum(counts[place] or 0 for _, counts in stated) for place in (at, at_before))
    return [
        SharePair(row.label, part, whole, earlier, whole_before)
        for row, counts in stated
        if (part := counts[at]) is not None and (earlier := counts[at_before]) is not None and part + earlier
    ]


def _stated(table: Table) -> list[Row]:
    return [row for row in table.rows if row.level == 0 and row.key]


def _count_column(table: Table) -> int | None:
    places = [at for at, column in enumerate(table.columns) if column.key == "count" and column.unit == "count"]
    return places[0] if places else None
