"""Why one number is hidden, and the sums by which a reader would have found a small one if it were not."""

from dataclasses import dataclass, replace

from ombud.core.auditing.audit import audit
from ombud.core.auditing.how import attack_on
from ombud.core.auditing.release import Release as Document
from ombud.core.words import Words
from ombud.reporting.releases.released import Released
from ombud.reporting.verdict.holes import holes

TRIED = 4
"""How many of the numbers given away are looked at for the shortest way to one of them."""


@dataclass(frozen=True)
class Why:
    """``label`` is the number's place and ``tables`` the captions it stands under, ``reason`` what it is hidden for,
    ``attack`` the sums that would have worked, in steps: ``supposed`` is if what, ``therefore`` what that led to.
    """

    label: str
    tables: tuple[str, ...]
    reason: str
    supposed: str = ""
    attack: tuple[str, ...] = ()
    therefore: str = ""


def why_hidden(released: Released, key: str, words: Words) -> Why:
    """Of a hidden number (``key`` of a cell). For the office: it tells whether the number itself is small."""
    cell, kind = released.release.system.cells[key], released.release.selections[key].kind
    rule, found = released.rules[kind], released.protected.get(kind)
    limit = {"limit": rule.policy.threshold, "number": cell.value}
    tables = tuple(
        one.caption for one in released.statistics.tables.values() if key in holes(released, one.name).values()
    )
    if found is None:
        return Why(cell.label, tables, words.gettext("It was hidden when the edition was frozen."))
    if key in found.primaries:
        reason = words.gettext("It is %(number)d. Numbers under %(limit)d are hidden, since so few can be recognised.")
        supposed = words.gettext(
            "If only the numbers under %(limit)d were hidden, anybody could work out how small it is:"
        )
        therefore = words.gettext("So some larger numbers are hidden as well.")
        return Why(
            cell.label, tables, reason % limit, supposed % limit, _if_alone(released, kind, key, words), therefore
        )
    reason = words.gettext(
        "It is %(number)d and harmless by itself. But with it, a reader could work out a smaller number."
    )
    if key in found.kept:
        reason = words.gettext(
            "It is %(number)d and was hidden in an earlier report. Printed now, it would tell what was hidden there."
        )
    supposed = words.gettext("If this number were printed, anybody could work out a smaller one:")
    therefore = words.gettext("So this number is hidden as well.")
    return Why(cell.label, tables, reason % limit, supposed, _without(released, kind, key, words), therefore)


def _if_alone(released: Released, kind: str, key: str, words: Words) -> tuple[str, ...]:
    """The sums that tell a small number when it and the other small ones are all that is hidden."""
    small = frozenset(released.protected[kind].primaries)
    return _attack(_document(released, kind, small), key, released, words)


def _without(released: Released, kind: str, key: str, words: Words) -> tuple[str, ...]:
    """The sums that tell some small number when this one is printed after all."""
    document = _document(released, kind, frozenset(released.hidden) - {key})
    found = [_attack(document, one, released, words) for one in audit(document).refused[:TRIED]]
    return min(found, key=len, default=())


def _attack(document: Document, key: str, released: Released, words: Words) -> tuple[str, ...]:
    tried = audit(document)
    if key not in tried.refused:
        return ()
    labels = {one: cell.label for one, cell in released.release.system.cells.items()}
    return attack_on(document, key, tried.intervals[key]).sentences(words, labels)


def _document(released: Released, kind: str, hidden: frozenset[str]) -> Document:
    """The release as it would read with fewer holes."""
    document = released.document(kind)
    cells = released.release.system.cells
    opened = {key: cells[key].value for key in document.hidden - hidden}
    return replace(document, printed={**document.printed, **opened}, hidden=document.hidden & hidden)
