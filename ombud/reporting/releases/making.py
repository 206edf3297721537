"""The release of a draft, counted now, and of an edition, as it was frozen."""

from collections.abc import Iterable, Mapping
from typing import Any

from ombud.core.statistics.facts import KINDS
from ombud.core.words import Words
from ombud.reporting import frozen
from ombud.reporting.counting.office_numbers import CITIZENS
from ombud.reporting.models import Edition
from ombud.reporting.releases.earlier import ledgers_before
from ombud.reporting.releases.office import office_rules
from ombud.reporting.releases.released import Released, protected
from ombud.reporting.releases.rules import Rules, as_printed, rule_from_json
from ombud.reporting.releases.telling import printed_in
from ombud.reporting.statistics import Statistics

ALL_KINDS = (*KINDS, CITIZENS)


def release_of_draft(statistics: Statistics, texts: Iterable[str], words: Words) -> Released:
    """What the texts print of the statistics, by the office's rules of today and beside all it has published."""
    printed = printed_in(texts, statistics)
    return protected(statistics, office_rules(ALL_KINDS), words, printed=printed, ledgers=ledgers_before(words))


def frozen_release(
    data: Mapping[str, Any], words: Words, edition: Edition | None = None, *, tried: bool = False
) -> Released:
    """The release of frozen content, with what was hidden when it was frozen. ``tried``: beside what was published
    before, as publication asks; without it only what is printed is right, not the audit.
    """
    statistics = frozen.from_json(data["statistics"], words)
    kept = data.get("release")
    rules: Rules = as_printed(ALL_KINDS)
    if kept is not None:
        rules = {kind: rule_from_json(rule) for kind, rule in kept["rules"].items()}
    return protected(
        statistics,
        rules,
        words,
        printed=printed_in((one["text"] for one in data["outline"]), statistics),
        ledgers=ledgers_before(words, edition) if tried else (),
        pattern=kept["hidden"] if kept else (),
    )


def to_json(released: Released) -> dict[str, Any]:
    """What an edition keeps of its release: what it hid, by which rules, and the ledger for those that come after."""
    return {
        "hidden": sorted(released.hidden),
        "rules": {kind: rule.to_json() for kind, rule in released.rules.items()},
        "ledger": released.release.ledger("", released.hidden).to_json(),
        "unprotected": sorted(released.faults),
    }
