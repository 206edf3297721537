"""Everything a set of tables is made of, before any table is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ombud.core.release.treatment import PLAIN, Treatment, treat
from ombud.core.statistics.cube import Cube, select, total
from ombud.core.statistics.definitions import COUNTED_ONLY, PERIOD, Definitions, Exclusion, TableDefinition
from ombud.core.statistics.facts import MATTERS
from ombud.core.statistics.inputs import Inputs, PeriodData
from ombud.core.statistics.periods import Period
from ombud.core.statistics.table import Origin
from ombud.core.statistics.tables import is_possible
from ombud.reporting.counting.live_numbers import LiveNumber
from ombud.reporting.counting.needs import narrowed, needed_dimensions
from ombud.reporting.counting.published_cubes import MUNICIPALITY, Published

OUTSIDE_THEMES = "outside_themes"


@dataclass(frozen=True)
class Prepared:
    """A table's definition as it is to be made, with cubes of the dimensions it needs. ``notes`` are printed under it,
    ``missing`` says why there are no numbers for it; ``is_faulty`` that the definition cannot be made at all.
    """

    definition: TableDefinition
    inputs: Inputs
    notes: tuple[str, ...] = ()
    missing: str = ""
    is_faulty: bool = False


@dataclass(frozen=True)
class Gathered:
    """``published`` is set where the period was never registered here and its figures are imported. ``notes`` go under
    every table of a kind, ``compared_with`` is the period that *now and before* means. ``treatment`` is what the
    office chose for small counts. ``outside`` are figures of other municipalities, ``unsized`` says that what numbers
    are set against was not entered.
    """

    code: str
    municipality: str
    inputs: Inputs
    definitions: Definitions
    numbers: Mapping[str, LiveNumber]
    enquiries: int | None
    matters: int | None
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    caveats: tuple[str, ...] = ()
    published: Published | None = None
    compared_with: Period | None = None
    theme_rule: Mapping[str, str] = field(default_factory=dict)
    unpublished: str = ""
    outside: Published | None = None
    unsized: str = ""
    treatment: Treatment = PLAIN

    @property
    def period(self) -> Period:
        return self.inputs.now.period

    def prepared(self) -> tuple[Prepared, ...]:
        """Every table ready to be made, each from no more than it needs."""
        return tuple(self._treated(self._prepare(one)) for one in self.definitions.tables)

    def _treated(self, one: Prepared) -> Prepared:
        if self.treatment.is_plain or one.is_faulty or one.missing:
            return one
        definition, inputs = treat(one.definition, one.inputs, self.treatment)
        return replace(one, definition=definition, inputs=inputs)

    def _prepare(self, definition: TableDefinition) -> Prepared:
        inputs = self._compared(definition)
        notes = self.notes.get(definition.kind, ())
        if definition.per and not inputs.sizes(definition.per, definition.rows[0]):
            return _untold(definition, inputs, self.unsized)
        if definition.rows == (MUNICIPALITY,):
            return self._prepare_outside(definition, inputs)
        if self.published is not None and definition.kind == MATTERS:
            return self._prepare_published(definition, inputs, notes)
        if not is_possible(definition, inputs):
            return Prepared(definition, self.inputs, is_faulty=True)
        definition = self._without_left_out(definition)
        earlier = tuple(replace(one, cubes=narrowed(one.cubes, definition)) for one in inputs.earlier)
        now = replace(inputs.now, cubes=narrowed(inputs.now.cubes, definition))
        return Prepared(definition, replace(inputs, now=now, earlier=earlier), notes)

    def _prepare_published(self, definition: TableDefinition, inputs: Inputs, notes: tuple[str, ...]) -> Prepared:
        assert self.published is not None
        exclude = tuple(one for one in definition.exclude if OUTSIDE_THEMES not in one.where)
        zero_rows = definition.zero_rows if _stands_beside_others(definition) else COUNTED_ONLY
        plain = replace(definition, exclude=exclude, zero_rows=zero_rows, zero_columns=COUNTED_ONLY)
        cube = self.published.cube(plain)
        if cube is None:
            return _untold(plain, inputs, self.unpublished, notes)
        earlier = tuple(replace(one, cubes=narrowed(one.cubes, plain)) for one in inputs.earlier)
        return Prepared(plain, replace(inputs, now=replace(inputs.now, cubes={MATTERS: cube}), earlier=earlier), notes)

    def _prepare_outside(self, definition: TableDefinition, inputs: Inputs) -> Prepared:
        """A table of municipalities, which only published figures know (R240)."""
        cube = self.outside.cube(definition) if self.outside else None
        if self.outside is None or cube is None:
            return _untold(definition, inputs, self.unpublished)
        source = "; ".join(dict.fromkeys(one.source for one in self.outside.figures if one.source))
        now = PeriodData(self.outside.period, {MATTERS: cube}, "", Origin.IMPORTED, source)
        sizes = tuple(one for one in inputs.aggregates if one.unit == definition.per)
        return Prepared(definition, replace(inputs, now=now, earlier=(), aggregates=sizes))

    def _compared(self, definition: TableDefinition) -> Inputs:
        """For *now and before* only the period chosen to compare with; for series all of them."""
        chosen = self.compared_with
        if chosen is None or not definition.looks_back:
            return self.inputs
        span = (chosen.first, chosen.last)
        return replace(
            self.inputs,
            earlier=tuple(one for one in self.inputs.earlier if (one.period.first, one.period.last) == span),
            aggregates=tuple(one for one in self.inputs.aggregates if (one.first, one.last) == span),
        )

    def _without_left_out(self, definition: TableDefinition) -> TableDefinition:
        """R74: matters marked as outside the themes leave the tables by theme, with the rule printed."""
        names = needed_dimensions(definition)
        cube = self.inputs.now.cubes.get(definition.kind)
        if definition.kind != MATTERS or cube is None or OUTSIDE_THEMES in names:
            return definition
        if not {"theme", "subtheme"} & set(names) or not _has_left_out(cube):
            return definition
        exclusion = Exclusion({OUTSIDE_THEMES: ("yes",)}, self.theme_rule)
        return replace(definition, exclude=(*definition.exclude, exclusion))


def _untold(definition: TableDefinition, inputs: Inputs, missing: str, notes: tuple[str, ...] = ()) -> Prepared:
    """A table that only says why it has no numbers; it needs no cube, and an edition must not keep one for it."""
    return Prepared(definition, replace(inputs, now=replace(inputs.now, cubes={}), earlier=()), notes, missing)


def _stands_beside_others(definition: TableDefinition) -> bool:
    """Whether other periods stand in the table: a row that is nought in one of them may be counted in another. What was
    not published of a single period is unknown and must not stand as nought.
    """
    return PERIOD in (*definition.rows, definition.columns) or definition.looks_back


def _has_left_out(cube: Cube) -> bool:
    return total(select(cube, {OUTSIDE_THEMES: ["yes"]})) > 0
