"""The ways to keep small counts from pointing at a citizen, side by side with what each costs (R138)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ombud.core.release.treatment import PLAIN, Treatment
from ombud.core.report.outline import OutlineSection
from ombud.core.statistics.cube import counts_by
from ombud.core.statistics.facts import MATTERS
from ombud.core.statistics.merging import Merge
from ombud.core.words import Words
from ombud.reporting.counting.gather import gather
from ombud.reporting.counting.gathered import Gathered
from ombud.reporting.releases.earlier import ledgers_before
from ombud.reporting.releases.making import ALL_KINDS, rules_for
from ombud.reporting.releases.problems import told_otherwise
from ombud.reporting.releases.released import Released, protected
from ombud.reporting.releases.telling import printed_in
from ombud.reporting.statistics import Statistics, count_up

MOST_MERGED = 4


@dataclass(frozen=True)
class Choice:
    """One way. ``shown`` of ``numbers`` distinct counts above nought are printed; a printed count differs from the true
    one by ``largest_change`` at the most. ``fault`` says why it cannot be done.
    """

    treatment: Treatment
    label: str
    numbers: int
    shown: int
    largest_change: int = 0
    fault: str = ""

    @property
    def hidden(self) -> int:
        return self.numbers - self.shown

    @property
    def per_cent(self) -> int:
        """How many of the numbers are shown."""
        return round(100 * self.shown / self.numbers) if self.numbers else 100


def choices(
    first: date, last: date, sections: Sequence[OutlineSection], words: Words, current: Treatment = PLAIN
) -> tuple[Choice, ...]:
    """Hiding, coarser tables, the smallest departments together, rounding; the ``current`` one too where it is none of
    them. Patterns are good ones, not proven the best.
    """
    found, ledgers = gather(first, last, words), ledgers_before(words)
    plain = count_up(found, words)
    wanted = dict(_wanted(found, plain, sections, words))
    if current not in wanted:
        wanted[current] = words.gettext("As chosen now")
    made = []
    for treatment, label in wanted.items():
        statistics = count_up(replace(found, treatment=treatment), words)
        printed = printed_in((one.text for one in sections), statistics)
        rules = rules_for(ALL_KINDS, treatment.rounding)
        released = protected(statistics, rules, words, printed=printed, ledgers=ledgers, time_limit=0)
        made.append(_choice(treatment, label, released, words))
    return tuple(made)


def _wanted(
    found: Gathered, plain: Statistics, sections: Sequence[OutlineSection], words: Words
) -> Iterator[tuple[Treatment, str]]:
    yield PLAIN, words.gettext("Hide small numbers")
    printed = printed_in((one.text for one in sections), plain)
    for one in plain.prepared:
        table = plain.tables.get(one.definition.name)
        if table is not None and printed.has(table.name) and len(one.definition.rows) > 1:
            text = words.gettext("Only the outer rows in “%(caption)s”")
            yield Treatment(coarser=(table.name,)), text % {"caption": table.caption}
    for merge in _merges(found, words):
        text = words.gettext("Count together: %(names)s")
        yield Treatment(merges=(merge,)), text % {"names": merge.label}
    for base in (3, 5):
        yield Treatment(rounding=base), words.gettext("Round every number to %(base)d") % {"base": base}


def _merges(found: Gathered, words: Words) -> Iterator[Merge]:
    """The two, three and four departments with the fewest matters."""
    cube = found.inputs.now.cubes.get(MATTERS)
    if cube is None or not cube.knows("department"):
        return
    counts = counts_by(cube, ["department"])
    members = [one for one in cube.dimension("department").members[1:] if counts.get((one.key,))]
    smallest = sorted(members, key=lambda one: (counts[one.key,], one.label))
    for number in range(2, min(MOST_MERGED, len(members) - 1) + 1):
        chosen = [one for one in members if one in smallest[:number]]
        label = words.gettext(" and ").join([", ".join(one.label for one in chosen[:-1]), chosen[-1].label])
        yield Merge("department", label, tuple(one.key for one in chosen))


def _choice(treatment: Treatment, label: str, released: Released, words: Words) -> Choice:
    cells = released.release.system.cells
    numbers = [key for key in released.release.printed if key in cells and cells[key].value]
    shown = [key for key in numbers if key not in released.hidden]
    changes = (abs(released.rounded[key] - cells[key].value) for key in numbers if key in released.rounded)
    faults = [one.said(words) for one in released.faults.values()]
    fault = " ".join(faults or filter(None, (told_otherwise(released, kind, words) for kind in released.mixed)))
    return Choice(treatment, label, len(numbers), len(shown), max(changes, default=0), fault)
