"""What to look at in a report though no two of its numbers differ: asked beside the draft, stops nothing."""

from collections.abc import Iterable, Iterator, Sequence

from ombud.core.reconciling.cited_cases import above_the_enquiries, cited_cases
from ombud.core.reconciling.definitions_in_force import Meaning, changed_meanings
from ombud.core.reconciling.flag import Flag, FlagKind
from ombud.core.reconciling.flags import mixed_units, not_left_out, open_advice
from ombud.core.reconciling.quantity import Place, PlaceKind, Told, quantity
from ombud.core.reconciling.sums import Sum, undecided
from ombud.core.reconciling.wording import check_wording
from ombud.core.report.outline import OutlineSection
from ombud.core.report.problem import Area, Problem
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import span_of
from ombud.core.statistics.table import Table
from ombud.core.words import Words
from ombud.offices.models import TypeDefinition


def meanings_now(words: Words) -> tuple[Meaning, ...]:
    """What the municipality's types mean, and meant before (R49)."""
    rows = TypeDefinition.objects.select_related("type").order_by("type__order", "pk")
    english = words.get_language() == "en"
    return tuple(
        Meaning(row.type.local_name, row.text_en if english and row.text_en else row.text, row.starts_on)
        for row in rows
    )


def questions(
    tables: Sequence[Table],
    told: Sequence[Told],
    sums: Iterable[Sum],
    sections: Sequence[OutlineSection],
    words: Words,
    meanings: Iterable[Meaning] = (),
    period: Period | None = None,
) -> tuple[Problem, ...]:
    """Every flag as a problem that stops nothing, at its section and line where it has one."""
    keys = {section.key for section in sections}
    found = [*undecided(sums, words), *mixed_units(told, words), *open_advice(told, words)]
    found += [*not_left_out(tables, words), *check_wording({one.key: one.text for one in sections}, words)]
    if period is not None:
        found += [*changed_meanings(meanings, period, words), *_case_numbers(told, sections, period, words)]
    return tuple(_problem(one, keys) for one in found if one.kind is not FlagKind.EXPLAINED)


def _case_numbers(
    told: Iterable[Told], sections: Iterable[OutlineSection], period: Period, words: Words
) -> Iterator[Flag]:
    total = next((one for one in told if one.quantity == quantity("enquiries", span_of(period))), None)
    for section in sections if total is not None else ():
        for line, text in enumerate(section.text.splitlines(), 1):
            for cited in cited_cases(text):
                place = Place(PlaceKind.TEXT, section.key, section.title, line)
                flag = above_the_enquiries(cited, total, place, words)
                if flag is not None:
                    yield flag


def _problem(flag: Flag, keys: set[str]) -> Problem:
    is_text = flag.place.kind is PlaceKind.TEXT and flag.place.name in keys
    return Problem(
        flag.place.name if is_text else "", flag.place.line if is_text else 0, flag.message, False, Area.RECONCILED
    )
