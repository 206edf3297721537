"""What was told before of the numbers in a report: editions published earlier, imported figures (R281)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ombud.core.reconciling.published import sums_of, told_of
from ombud.core.reconciling.quantity import Place, PlaceKind, Told, period_of, quantity
from ombud.core.reconciling.sums import Sum
from ombud.core.reconciling.telling import told_in_all
from ombud.core.statistics.definitions import PERIOD, UNITS
from ombud.core.statistics.inputs import Aggregate
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import span_of
from ombud.core.statistics.table import Table
from ombud.core.words import Words
from ombud.reporting.counting.published import published_figures
from ombud.reporting.models import Edition
from ombud.reporting.queries.editions import corrections_since, imported_since
from ombud.reporting.releases.making import frozen_release
from ombud.reporting.statistics import Statistics

Division = tuple[str, str]
"""Days and dimension."""


@dataclass(frozen=True)
class Before:
    """``told`` are numbers of the report's own quantities told elsewhere, and of units that it does not count;
    ``sums`` the totals of imported figures that it shows divided; ``corrected`` how many registrations were changed
    since a period's edition was published.
    """

    told: tuple[Told, ...] = ()
    sums: tuple[Sum, ...] = ()
    corrected: Mapping[str, int] = field(default_factory=dict)


NOTHING_BEFORE = Before()


def told_before(counted: Statistics, words: Words) -> Before:
    """All that was told before of what the statistics tell, of the municipality in scope."""
    own_span = span_of(counted.period)
    own = {one.quantity for one in told_in_all(counted.tables.values(), own_span)}
    divisions = {one for table in counted.tables.values() for one in divisions_in(table, own_span)}
    spans = {one.span for one in own} | {span for span, _ in divisions}
    figures = [one for one in published_figures() if span_of(Period("", one.first, one.last)) in spans]
    labels = _labels(counted.tables.values())
    sums = [
        one
        for one in sums_of(figures, words, lambda dimension, key: labels.get((dimension, key), key))
        if _is_shown(one, divisions)
    ]
    editions = {span: edition for span in spans if (edition := _edition(span)) is not None}
    told = [*_told_in_editions(editions, own_span, words), *_told_in_figures(figures, labels)]
    return Before(
        tuple(one for one in told if one.quantity in own or _is_of_another_unit(one, own_span)),
        tuple(sums),
        {span: _corrected(edition) for span, edition in sorted(editions.items())},
    )


def divisions_in(table: Table, span: str) -> Iterator[Division]:
    """What a table divides, and of which days; in per cents too."""
    if table.row_dimensions == (PERIOD,):
        return
    for column in table.columns:
        days = column.key if table.over_periods else column.span or span
        for name in (*table.row_dimensions, *([table.column_dimension] if table.column_dimension else [])):
            yield days, name


def _is_of_another_unit(told: Told, span: str) -> bool:
    """Published of the very period in a unit that no table counts: complaint points, visits to drop-in advice."""
    return told.quantity.span == span and told.quantity.unit not in UNITS


def _is_shown(one: Sum, divisions: set[Division]) -> bool:
    names = {name for name, _ in one.total.quantity.members} | {one.by}
    return all((one.total.quantity.span, name) in divisions for name in names)


def _labels(tables: Iterable[Table]) -> dict[tuple[str, str], str]:
    """The printed name of every member in the tables."""
    found: dict[tuple[str, str], str] = {}
    for table in tables:
        for row in table.rows:
            if row.level < len(table.row_dimensions):
                found.setdefault((table.row_dimensions[row.level], row.key), row.label)
        for column in table.columns:
            if table.column_dimension and not column.is_total:
                found.setdefault((table.column_dimension, column.key), column.label)
    return found


def _edition(span: str) -> Edition | None:
    """The last edition published on exactly these days."""
    first, last = (date.fromisoformat(day) for day in span.split("_"))
    published = Edition.objects.exclude(published_at=None).select_related("report__period")
    return published.filter(report__period__starts_on=first, report__period__ends_on=last).order_by("-pk").first()


def _told_in_editions(editions: Mapping[str, Edition], own_span: str, words: Words) -> Iterator[Told]:
    for span, edition in sorted(editions.items()):
        data = edition.frozen["statistics"]
        label = words.gettext("%(period)s, edition %(number)s")
        shown = label % {"period": period_of(span).name, "number": edition.number}
        place = Place(PlaceKind.EDITION, str(edition.pk), shown)
        if span == own_span:
            totals = [(unit, data[unit]) for unit in ("enquiries", "matters")]
            yield from (Told(quantity(unit, span), value, place) for unit, value in totals if value is not None)
            continue
        printed = frozen_release(edition.frozen, words, edition).statistics.tables
        for told in told_in_all(printed.values(), span):
            yield Told(told.quantity, told.value, place, told.label)


def _told_in_figures(figures: Sequence[Aggregate], labels: Mapping[tuple[str, str], str]) -> tuple[Told, ...]:
    return told_of(figures, lambda dimension, key: labels.get((dimension, key), key))


def _corrected(edition: Edition) -> int:
    """How many registrations of the period were changed or imported since the edition was frozen."""
    changed = {(line.noun, line.noun_id) for line in corrections_since(edition)}
    return len(changed) + sum(one.registrations for one in imported_since(edition))
