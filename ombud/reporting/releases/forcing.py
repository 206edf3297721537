"""The cells that an office has decided to print whatever happens: the totals of a dimension, or of one member."""

from collections.abc import Iterable

from ombud.core.disclosure.forced import Forced
from ombud.core.release.building import Release
from ombud.core.release.selection import DAYS, MONTH, Selection
from ombud.reporting.releases.rules import Rules

BESIDE = {MONTH, DAYS, "role"}
"""Dimensions that a total may have besides its own: the period, and main matters for enquiries."""


def forced_keys(release: Release, rules: Rules) -> frozenset[str]:
    """Keys of the cells that no protection may hide."""
    return frozenset(
        key
        for key in release.printed & release.system.cells.keys()
        if _is_forced(release, release.selections[key], rules[release.selections[key].kind].forced)
    )


def _is_forced(release: Release, one: Selection, forced: Iterable[Forced]) -> bool:
    names = one.inside.keys() - BESIDE
    for wanted in forced:
        name, keys = release.catalogue.base(one.kind, wanted.dimension, wanted.member)
        if names == {name} and (keys is None or one.inside[name] == keys):
            return True
    return False
