"""Tables and figures as data: what a municipality can change without a programmer. ``parse_definitions`` reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ombud.core.dates import is_danish

Texts = Mapping[str, str]

UNITS = ("matters", "enquiries", "decisions", "remarks", "tags")
MEASURES = ("count", "share", "previous", "change", "rate", "previous_rate", "size", "per_size")
PERIOD = "period"
AS_LISTED = "as listed"
COUNT_DESCENDING = "count descending"
ALL_ROWS = "all"
COUNTED_ONLY = "counted only"
WHEN_NEEDED = "when needed"
ALWAYS = "always"
STATED = "stated"
CHARTS = ("bar", "grouped", "stacked", "line", "pie", "funnel")
COMPARED = ("", "nothing", "distribution")


class DefinitionError(ValueError):
    """Definitions that cannot be used. ``problems`` has one sentence each, naming the table and the field."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Exclusion:
    """What is left out of a table, and the rule that is printed under it (R74, R230, R284)."""

    where: Mapping[str, tuple[str, ...]]
    rule: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """Members shown as one row under a name of its own (R229)."""

    name: Texts
    members: tuple[str, ...]


@dataclass(frozen=True)
class TableDefinition:
    """One table. Members are named by key or label everywhere.

    - ``rows``: one dimension, two (outer, inner), or "period".
    - ``columns``: a dimension or "period", or "". Cells are counts, or with ``cells`` = "share" shares of each column.
    - ``measures``: the columns where ``columns`` is "": count, share, previous, change, rate (a month), previous_rate,
      size (what ``per`` names, from published figures), per_size (count per thousand of it). Where rows is "period":
      units.
    - ``order``: "as listed", "count descending" or names. ``top``: so many rows, the rest in one (0: all).
    - ``share_base``: "stated" (shares of what is stated) or "all".
    - ``compare``: what can be concluded is said of periods side by side and of months; of "nothing"; or of the
      "distribution": whether the columns are spread differently from row to row.
    """

    name: str
    caption: Texts
    kind: str = "matters"
    unit: str = "matters"
    rows: tuple[str, ...] = ()
    columns: str = ""
    measures: tuple[str, ...] = ("count",)
    cells: str = "count"
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[Exclusion, ...] = ()
    order: str | tuple[str, ...] = AS_LISTED
    zero_rows: str = ALL_ROWS
    zero_columns: str = ALL_ROWS
    not_stated: str = WHEN_NEEDED
    top: int = 0
    groups: tuple[Group, ...] = ()
    share_base: str = STATED
    share_decimals: int = 0
    periods: int = 5
    per: str = ""
    compare: str = ""
    total_column: bool = True
    row_heading: Texts = field(default_factory=dict)
    total_label: Texts = field(default_factory=dict)
    total_column_label: Texts = field(default_factory=dict)
    column_labels: Mapping[str, Texts] = field(default_factory=dict)
    notes: tuple[Texts, ...] = ()

    @property
    def looks_back(self) -> bool:
        """Whether one earlier period stands beside the reported one."""
        return bool({"previous", "change", "previous_rate"} & set(self.measures))

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions that rows, columns and filters name, in order, each once."""
        named = [*self.rows, self.columns, *self.where]
        named += [name for exclusion in self.exclude for name in exclusion.where]
        return tuple(dict.fromkeys(name for name in named if name and name != PERIOD))


@dataclass(frozen=True)
class FigureDefinition:
    """One figure of a table. ``hidden``: computed and kept, yet left out of the report (R242). ``many_part_pie``: a
    pie may have more than two parts.
    """

    name: str
    caption: Texts
    table: str
    chart: str = "bar"
    columns: tuple[str, ...] = ()
    level: int = 0
    as_percent: bool = False
    hidden: bool = False
    many_part_pie: bool = False


@dataclass(frozen=True)
class Definitions:
    tables: tuple[TableDefinition, ...]
    figures: tuple[FigureDefinition, ...]

    def table(self, name: str) -> TableDefinition:
        """The table with this name; ``KeyError`` when there is none."""
        return {one.name: one for one in self.tables}[name]

    def figure(self, name: str) -> FigureDefinition:
        """The figure with this name; ``KeyError`` when there is none."""
        return {one.name: one for one in self.figures}[name]


def text_in(texts: Texts, language: str) -> str:
    """The text in the reader's language, else in the first language there is, else ""."""
    wanted = "da" if is_danish(language) else language.split("-")[0]
    return texts.get(wanted) or next(iter(texts.values()), "")
