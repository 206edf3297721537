"""What a release has that stops its publication."""

from collections.abc import Iterator

from ombud.core.prose.statement import Kind, Verdict
from ombud.core.report.problem import Area, Problem
from ombud.core.words import Words
from ombud.reporting.asking import problem_of
from ombud.reporting.releases.released import Released


def release_problems(released: Released, words: Words) -> tuple[Problem, ...]:
    """Kinds that cannot be protected, and counts that a reader could work out all the same."""
    return (*_problems(released, words), *_of_claims(released, words))


def _of_claims(released: Released, words: Words) -> Iterator[Problem]:
    """What the texts say against the counts, or of counts that must not be told; questions stop nothing."""
    for claim in released.claims:
        if claim.verdict not in (Verdict.TRUE, Verdict.NOT_ABOUT_DATA) and claim.kind is not Kind.REFERENCE:
            yield problem_of(claim, words)


def _problems(released: Released, words: Words) -> Iterator[Problem]:
    for fault in released.faults.values():
        yield Problem("", 0, fault.said(words), area=Area.HARMLESS)
    for kind, audit in released.audits.items():
        if not released.rules[kind].is_protected or kind in released.faults:
            continue
        for key in audit.refused:
            label = released.release.system.cells[key].label
            low, high = audit.intervals[key].low, audit.intervals[key].high
            exact = words.gettext("%(place)s: not printed, yet anybody can work out that the number is %(low)s.")
            wide = words.gettext("%(place)s: not printed, yet anybody can work out that it is %(low)s to %(high)s.")
            yield Problem(
                "", 0, (exact if low == high else wide) % {"place": label, "low": low, "high": high}, area=Area.HARMLESS
            )
