"""The release of a draft, counted now, and of an edition, as it was frozen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ombud.core.release.ledger import Ledger
from ombud.core.report.outline import OutlineSection
from ombud.core.statistics.facts import KINDS, MATTERS
from ombud.core.words import Words
from ombud.reporting import frozen
from ombud.reporting.counting.office_numbers import CITIZENS
from ombud.reporting.models import Edition
from ombud.reporting.prose import as_hidden, claims_in, counts_told
from ombud.reporting.releases.earlier import ledgers_before
from ombud.reporting.releases.office import office_rules
from ombud.reporting.releases.released import Released, inexact, protected
from ombud.reporting.releases.rules import Rule, Rules, as_printed, rule_from_json
from ombud.reporting.releases.telling import printed_in, tells_hidden
from ombud.reporting.statistics import Statistics

ALL_KINDS = (*KINDS, CITIZENS)


def release_of_draft(
    statistics: Statistics, sections: Sequence[OutlineSection], words: Words, rounding: int = 0
) -> Released:
    """What the sections print of the statistics, by the office's rules of today and beside all it has published.
    ``rounding`` is the base chosen for this report (0: that of the rules).
    """
    return _made(statistics, sections, rules_for(ALL_KINDS, rounding), words, ledgers=ledgers_before(words))


def rules_for(kinds: Iterable[str], rounding: int = 0) -> dict[str, Rule]:
    """The office's rules of today, with another rounding for what it protects where one is chosen."""
    rules = office_rules(kinds)
    if not rounding:
        return rules
    return {kind: replace(rule, rounding=rounding) if rule.is_protected else rule for kind, rule in rules.items()}


def frozen_release(
    data: Mapping[str, Any], words: Words, edition: Edition | None = None, *, tried: bool = False
) -> Released:
    """The release of frozen content, with what was hidden when it was frozen. ``tried``: beside what was published
    before and with the claims of the texts, as publication asks; without it only what is printed is right.
    """
    statistics = frozen.from_json(data["statistics"], words)
    sections = [OutlineSection(**one) for one in data["outline"]]
    kept = data.get("release")
    rules: Rules = as_printed(ALL_KINDS)
    if kept is not None:
        rules = {kind: rule_from_json(rule) for kind, rule in kept["rules"].items()}
    pattern, rounded = (kept["hidden"], kept.get("rounded", {})) if kept else ((), {})
    if tried:
        ledgers = ledgers_before(words, edition)
        return _made(statistics, sections, rules, words, ledgers=ledgers, pattern=pattern, rounded=rounded)
    printed = printed_in((one.text for one in sections), statistics)
    return protected(statistics, rules, words, printed=printed, pattern=pattern, rounded=rounded)


def _made(
    statistics: Statistics, sections: Sequence[OutlineSection], rules: Rules, words: Words, **options: Any
) -> Released:
    """Claims first, since the numbers they tell are part of the release; then those that tell a hidden one."""
    rule = rules[MATTERS]
    threshold = rule.policy.threshold if rule.is_protected else 0
    claims = claims_in(sections, statistics, words, threshold=threshold)
    told = counts_told(claims, statistics)
    texts = [one.text for one in sections]
    printed = printed_in(texts, statistics, [one for counts in told.values() for one in counts])
    released = protected(statistics, rules, words, printed=printed, **options)
    gone = inexact(released.release, released.hidden, released.rounded)
    judged = tuple(
        as_hidden(one) if tells_hidden(told.get(one, ()), statistics, released.release, gone) else one for one in claims
    )
    return replace(released, claims=judged)


def to_json(released: Released) -> dict[str, Any]:
    """What an edition keeps of its release: what it hid, by which rules, and the ledger for those that come after."""
    return {
        "hidden": sorted(released.hidden),
        "rules": {kind: rule.to_json() for kind, rule in released.rules.items()},
        "rounded": dict(released.rounded),
        "ledger": _ledger(released).to_json(),
        "unprotected": sorted(released.faults),
    }


def _ledger(released: Released) -> Ledger:
    bases = {kind: rule.rounding for kind, rule in released.rules.items()}
    return released.release.ledger("", released.hidden, released.rounded, bases)
