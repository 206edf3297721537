"""From a definition to what its table sets side by side: periods, months, the rows, places with their sizes."""

from collections.abc import Sequence

from ombud.core.statistics.compared import Compared, Layout, Span, open_time, spans_of
from ombud.core.statistics.definitions import TableDefinition
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.measures import thousands
from ombud.core.statistics.months import MONTH, QUARTER, whole_months
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import PeriodCounts, span_of
from ombud.core.words import Words

NOTHING, DISTRIBUTION = "nothing", "distribution"


def over_periods(
    layout: Layout,
    definition: TableDefinition,
    periods: Sequence[Period],
    inputs: Inputs,
    words: Words,
    counted: tuple[tuple[int | None, ...], ...] = (),
) -> Compared | None:
    """Periods in columns or rows, in order of time."""
    if definition.compare == NOTHING:
        return None
    keys = [span_of(one) for one in periods]
    spans = spans_of(periods, keys, inputs.breaks, definition.dimensions, words)
    return Compared(layout, inputs.unit_name(definition.unit, 2, words), spans, counted)


def beside_each_other(
    definition: TableDefinition, before: PeriodCounts | None, inputs: Inputs, words: Words
) -> Compared | None:
    """The reported period and the one before it, each in a column of its own."""
    if before is None or definition.compare == NOTHING:
        return None
    periods = before.period, inputs.now.period
    spans = spans_of(periods, ("previous", "count"), inputs.breaks, definition.dimensions, words)
    return Compared(Layout.COLUMNS, inputs.unit_name(definition.unit, 2, words), spans)


def compared_rows(definition: TableDefinition, inputs: Inputs, words: Words) -> Compared | None:
    """What the rows of one period are compared for: their course, their sizes, how the columns are spread in them."""
    unit = inputs.unit_name(definition.unit, 2, words)
    if definition.compare == NOTHING or len(definition.rows) != 1:
        return None
    if definition.compare == DISTRIBUTION and definition.columns:
        return Compared(Layout.DISTRIBUTION, unit)
    if definition.columns:
        return None
    if definition.per:
        sizes = inputs.sizes(definition.per, definition.rows[0])
        return Compared(Layout.PLACES, unit, sizes=sizes, many=thousands(definition.per))
    if definition.rows[0] == MONTH:
        return _by_month(unit, inputs.now.period, words)
    return Compared(Layout.SEASON, unit) if definition.rows[0] == QUARTER else None


def _by_month(unit: str, period: Period, words: Words) -> Compared:
    """Whole months only; nothing where the function was closed, since it is not known in which of them."""
    if period.months_closed:
        text = words.gettext(
            "Nothing is concluded from month to month, since the function was closed part of the period."
        )
        return Compared(Layout.COURSE, unit, why_not=text)
    months = whole_months(period)
    return Compared(Layout.COURSE, unit, tuple(Span(key, one.name, open_time(one)) for key, one in months))
