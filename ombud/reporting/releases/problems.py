"""What a release has that stops its publication."""

from collections.abc import Iterator

from ombud.core.dates import date_text
from ombud.core.prose.statement import Kind, Verdict
from ombud.core.release.selection import Days
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
    if any(rule.is_protected for rule in released.rules.values()):
        yield from (Problem("", 0, text, area=Area.HARMLESS) for text in _untied(released, words))
    if revealed := [key for key in released.revealed if not _is_guarded(released, key)]:
        text = words.ngettext(
            "%(number)d number that an earlier edition hid would be printed here (%(place)s).",
            "%(number)d numbers that an earlier edition hid would be printed here (the first: %(place)s).",
            len(revealed),
        )
        place = released.release.system.cells[revealed[0]].label
        yield Problem("", 0, text % {"number": len(revealed), "place": place}, False, Area.HARMLESS)
    for kind, audit in released.audits.items():
        if not released.rules[kind].is_protected or kind in released.faults:
            continue
        for key in released.exposed(kind):
            text = words.gettext("%(place)s: the number is under the limit and would be printed all the same.")
            place = released.release.system.cells[key].label
            yield Problem("", 0, text % {"place": place}, area=Area.HARMLESS)
        if kind in released.mixed:
            if told := told_otherwise(released, kind, words):
                yield Problem("", 0, told, area=Area.HARMLESS)
            continue
        for key in audit.refused:
            label = released.release.system.cells[key].label
            low, high = audit.intervals[key].low, audit.intervals[key].high
            exact = words.gettext("%(place)s: not printed, yet anybody can work out that the number is %(low)s.")
            wide = words.gettext("%(place)s: not printed, yet anybody can work out that it is %(low)s to %(high)s.")
            yield Problem(
                "", 0, (exact if low == high else wide) % {"place": label, "low": low, "high": high}, area=Area.HARMLESS
            )


def _is_guarded(released: Released, key: str) -> bool:
    rule = released.rules[released.release.selections[key].kind]
    return rule.is_protected or bool(rule.rounding)


def _untied(released: Released, words: Words) -> Iterator[str]:
    """Numbers of two periods that share part of a month tell those of the days between, and nobody can try it."""
    text = words.gettext(
        "The numbers of %(now)s overlap with those of %(before)s in an earlier edition, and not by whole months. What "
        "they tell together cannot be worked out, so they cannot be published beside each other."
    )
    for now, before in released.release.untied:
        yield text % {"now": _days_text(now, words), "before": _days_text(before, words)}


def _days_text(days: Days, words: Words) -> str:
    return " – ".join(date_text(one, words.get_language()) for one in days)


def told_otherwise(released: Released, kind: str, words: Words) -> str:
    """That an earlier edition told the counts of a kind in another way, and what that gives away; "" where nothing."""
    refused = released.audits[kind].refused
    if not refused:
        return ""
    text = words.ngettext(
        "An earlier edition rounded, hid or printed the same counts, and beside it %(number)d small number can be "
        "worked out (%(place)s). Choose the same way as then.",
        "An earlier edition rounded, hid or printed the same counts, and beside it %(number)d small numbers can be "
        "worked out (the first: %(place)s). Choose the same way as then.",
        len(refused),
    )
    return text % {"number": len(refused), "place": released.release.system.cells[refused[0]].label}
