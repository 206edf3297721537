"""What every table and figure states of itself: unit, base, period, principle, origin (R85, R190, R241)."""

from ombud.core.numbers import number_text
from ombud.core.statistics.cube import select, total
from ombud.core.statistics.definitions import TableDefinition
from ombud.core.statistics.facts import APPEAL_DECISIONS, APPEAL_REMARKS, MATTER_TAGS, MATTERS
from ombud.core.statistics.filters import MAIN, ROLE, Filtered
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.table import Basis, Origin
from ombud.core.words import Words


def basis_of(
    definition: TableDefinition, filtered: Filtered, inputs: Inputs, words: Words, origin: Origin, source: str = ""
) -> Basis:
    """The basis of a table of the reported period. The registration principle is about matters, not about appeals."""
    count = total(filtered.cube)
    return Basis(
        unit=inputs.unit_name(definition.unit, 2, words),
        base=base_text(definition, filtered, inputs, words),
        base_count=count,
        period=inputs.now.period.label(words),
        principle=inputs.now.principle if definition.kind in (MATTERS, MATTER_TAGS) else "",
        origin=origin,
        source=source or inputs.now.source,
    )


def base_text(definition: TableDefinition, filtered: Filtered, inputs: Inputs, words: Words) -> str:
    """What the base is, in words. Where all matters are counted the enquiries they come from are named too (R85)."""
    unit = inputs.unit_name(definition.unit, 2, words)
    if filtered.conditions:
        return words.gettext("%(unit)s in the period with %(conditions)s") % {
            "unit": unit,
            "conditions": filtered.conditions,
        }
    text = words.gettext("all %(unit)s in the period") % {"unit": unit}
    if filtered.left_out:
        text = words.gettext("%(unit)s in the period except those left out") % {"unit": unit}
    beside = _beside(definition, filtered, inputs, words)
    return f"{text} ({beside})" if beside else text


def _beside(definition: TableDefinition, filtered: Filtered, inputs: Inputs, words: Words) -> str:
    if filtered.left_out:
        return ""
    if definition.kind == MATTERS and inputs.now.origin is not Origin.IMPORTED and filtered.cube.knows(ROLE):
        whole = inputs.now.cubes[MATTERS]
        enquiries, matters = total(select(whole, {ROLE: [MAIN]})), total(whole)
        return _with_units(("enquiries", enquiries), ("matters", matters), inputs, words)
    if definition.kind == APPEAL_REMARKS and APPEAL_DECISIONS in inputs.now.cubes:
        decisions = inputs.now.cubes[APPEAL_DECISIONS]
        if decisions.knows("outcome") and decisions.dimension("outcome").find("with_remarks"):
            found = total(select(decisions, {"outcome": ["with_remarks"]}))
            return _with_units(("decisions", found), ("remarks", total(filtered.cube)), inputs, words)
    return ""


def _with_units(outer: tuple[str, int], inner: tuple[str, int], inputs: Inputs, words: Words) -> str:
    language = words.get_language()
    return words.gettext("%(outer)s %(outer_unit)s with %(inner)s %(inner_unit)s") % {
        "outer": number_text(outer[1], language),
        "outer_unit": inputs.unit_name(*outer, words),
        "inner": number_text(inner[1], language),
        "inner_unit": inputs.unit_name(*inner, words),
    }


def several_values_note(kind: str, words: Words) -> str:
    """Why the columns of a kind do not add up to its cases (R186); "" where they do."""
    if kind == APPEAL_REMARKS:
        return words.gettext(
            "One decision can carry several remarks, so the remarks do not add up to the decisions with remarks."
        )
    if kind == MATTER_TAGS:
        return words.gettext("One matter can carry several tags, so the tags do not add up to the matters.")
    return ""
