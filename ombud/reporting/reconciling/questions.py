"""What to look at in a report though no two of its numbers differ: asked beside the draft, stops nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ombud.core.reconciling.cited_cases import above_the_enquiries, cited_cases
from ombud.core.reconciling.definitions_in_force import Meaning, changed_meanings
from ombud.core.reconciling.flag import Flag, FlagKind
from ombud.core.reconciling.flags import mixed_units, open_advice, said_left_out, two_names, unlike_periods
from ombud.core.reconciling.quantity import Place, PlaceKind, Told, quantity
from ombud.core.reconciling.sums import Sum, undecided
from ombud.core.reconciling.wording import check_wording
from ombud.core.report.problem import Area, Problem
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import span_of
from ombud.core.statistics.table import Table
from ombud.core.words import Words
from ombud.offices.models import TypeDefinition
from ombud.reporting.statistics import Statistics


def meanings_now(words: Words) -> tuple[Meaning, ...]:
    """What the municipality's types mean, and meant before (R49)."""
    rows = TypeDefinition.objects.select_related("type").order_by("type__order", "pk")
    english = words.get_language() == "en"
    return tuple(
        Meaning(row.type.local_name, row.text_en if english and row.text_en else row.text, row.starts_on)
        for row in rows
    )


def questions(
    counted: Statistics,
    tables: Sequence[Table],
    told: Sequence[Told],
    sums: Iterable[Sum],
    texts: Mapping[str, str],
    words: Words,
    meanings: Iterable[Meaning] = (),
) -> tuple[Problem, ...]:
    """Every flag as a problem that stops nothing, at its section and line where it has one. ``texts`` are by the key of
    their section, ``tables`` those that are printed.
    """
    names = tuple(one.inputs for one in counted.prepared)
    found = (
        *undecided(sums, words),
        *mixed_units(told, words),
        *open_advice(told, words),
        *unlike_periods(_printed_totals(told), words, names[0].periods if names else ()),
        *two_names(tables, _aliases(names), words),
        *said_left_out(texts, tables, words),
        *check_wording(texts, words),
        *changed_meanings(meanings, counted.period, words),
        *_case_numbers(told, texts, counted.period, words),
    )
    return tuple(_problem(one, texts) for one in found if one.kind is not FlagKind.EXPLAINED)


def _printed_totals(told: Iterable[Told]) -> list[Told]:
    return [one for one in told if one.place.kind is PlaceKind.TABLE]


def _aliases(inputs: Iterable[Inputs]) -> dict[str, str]:
    """Every other name of a department with the name it stands for (R109)."""
    departments = (
        dimension
        for one in inputs
        for cube in one.now.cubes.values()
        for dimension in cube.dimensions
        if dimension.name == "department"
    )
    return {alias: member.label for one in departments for member in one.members for alias in member.aliases}


def _case_numbers(told: Iterable[Told], texts: Mapping[str, str], period: Period, words: Words) -> Iterator[Flag]:
    total = next((one for one in told if one.quantity == quantity("enquiries", span_of(period))), None)
    if total is None:
        return
    for key, text in texts.items():
        for line, shown in enumerate(text.splitlines(), 1):
            for cited in cited_cases(shown):
                place = Place(PlaceKind.TEXT, key, key, line)
                flag = above_the_enquiries(cited, total, place, words)
                if flag is not None:
                    yield flag


def _problem(flag: Flag, keys: Collection[str]) -> Problem:
    is_text = flag.place.kind is PlaceKind.TEXT and flag.place.name in keys
    return Problem(
        flag.place.name if is_text else "", flag.place.line if is_text else 0, flag.message, False, Area.RECONCILED
    )
