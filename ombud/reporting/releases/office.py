"""The rules of the municipality in scope for its published reports."""

from collections.abc import Iterable

from ombud.core.statistics.facts import KINDS, MATTERS
from ombud.offices.queries.small_counts import PUBLIC, policy_for
from ombud.reporting.releases.rules import Rule

ROUNDING = {"round3": 3, "round5": 5}


def office_rules(kinds: Iterable[str]) -> dict[str, Rule]:
    """By kind of facts; what is no kind of table follows the matters. An office that has not decided is protected."""
    return {kind: _rule(kind if kind in KINDS else MATTERS) for kind in kinds}


def _rule(kind: str) -> Rule:
    found = policy_for(PUBLIC, kind)
    rounding = ROUNDING.get(found.treatment, 0) if found.protects else 0
    return Rule(found.policy, found.protects, rounding, found.forced, found.annex)
