"""The matters of a period as facts, and what has to be said about them (R74, R85, R220, R286)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ombud.casework.models import Enquiry
from ombud.core.statistics.durations import NOT_A_DAY, Ending, band_codes
from ombud.core.statistics.facts import MATTERS, Codes, Dimension, Facts, encode
from ombud.core.statistics.months import month_dimension
from ombud.core.statistics.periods import Period
from ombud.core.words import Words
from ombud.reporting.facts.choices import YES_AND_NO, ids, roles, yes_or_no
from ombud.reporting.facts.columns import Column, DayNumbers, day_numbers, read_columns
from ombud.reporting.facts.setup import Setup

COLUMNS = (
    "matters__role",
    "matters__department_id",
    "matters__theme_id",
    "matters__outside_themes",
    "type_id",
    "primary_channel_id",
    "anonymous",
    "within_mandate",
    "open_advice",
    "counted",
    "source_id",
    "mandate_id",
)
DATES = ("received_on", "finished_on", "closed_on")


@dataclass(frozen=True, eq=False)
class MatterFacts:
    """The facts of the total, how many enquiries are outside it (R286), and the ids behind the caveats."""

    facts: Facts
    left_out: int
    sources: frozenset[int]
    mandates: frozenset[int]


def matter_facts(period: Period, setup: Setup, words: Words) -> MatterFacts:
    """All matters of enquiries received in the period, read by one range of one index."""
    columns = read_columns(Enquiry, period.first, period.last, COLUMNS, DATES, through="matters")
    is_counted = np.fromiter(map(bool, columns["counted"]), dtype=np.bool_)
    is_main = np.array([role == "main" for role in columns["matters__role"]], dtype=np.bool_)
    if not is_counted.all():
        kept = np.flatnonzero(is_counted).tolist()
        columns = {name: [column[place] for place in kept] for name, column in columns.items()}
    facts = _Coder(columns, period, words).facts(setup)
    left_out = int(np.count_nonzero(is_main & ~is_counted))
    return MatterFacts(facts, left_out, _known(columns["source_id"]), _known(columns["mandate_id"]))


def _known(column: Column) -> frozenset[int]:
    return frozenset(set(column) - {None})


class _Coder:
    """Columns of the database to codes of dimensions."""

    def __init__(self, columns: Mapping[str, Column], period: Period, words: Words) -> None:
        self.columns, self.period, self.words = columns, period, words
        self.coded: list[tuple[Dimension, Codes]] = []

    def facts(self, setup: Setup) -> Facts:
        self.add(setup.organisation.department, "matters__department_id", setup.organisation.tops)
        self.add(setup.organisation.unit, "matters__department_id", setup.organisation.units)
        self.add(setup.themes.subtheme, "matters__theme_id", setup.themes.keys)
        self.add(roles(self.words), "matters__role")
        self.add(setup.type, "type_id", ids(setup.type))
        self.add(setup.channel, "primary_channel_id", ids(setup.channel))
        for name, column, label in self.questions():
            self.add(yes_or_no(name, label, self.words), column, YES_AND_NO)
        self.add_dates(setup)
        dimensions = tuple(dimension for dimension, _ in self.coded)
        codes = {dimension.name: codes for dimension, codes in self.coded}
        return Facts(MATTERS, dimensions, codes, len(self.columns["matters__role"]))

    def questions(self) -> Iterable[tuple[str, str, str]]:
        gettext = self.words.gettext
        return (
            ("anonymous", "anonymous", gettext("Anonymous")),
            ("within_mandate", "within_mandate", gettext("Within the mandate")),
            ("open_advice", "open_advice", gettext("Drop-in advice")),
            ("outside_themes", "matters__outside_themes", gettext("Left out of the thematic statistics")),
        )

    def add(self, dimension: Dimension, column: str, keys: Mapping[Any, str] | None = None) -> None:
        self.coded.append((dimension, encode(self.columns[column], dimension, keys=keys)))

    def add_dates(self, setup: Setup) -> None:
        known = DayNumbers()
        received, finished, closed = (day_numbers(self.columns[name], known) for name in DATES)
        month = month_dimension(self.period, self.words)
        texts = self.columns["received_on"]
        self.coded.append((month, encode(texts, month, keys={text: text[:7] for text in set(texts)})))
        ended = closed
        if setup.ending is Ending.WORK_FINISHED:
            ended = np.where(finished == NOT_A_DAY, closed, finished)
        self.coded.append((setup.duration, band_codes(received, ended, setup.bands)))
