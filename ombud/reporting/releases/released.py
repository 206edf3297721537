"""The statistics as they may be printed: protected by the office's rules, and tried by an audit that sees no more."""

from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from threading import Lock

from ombud.core.auditing.audit import Audit, audit
from ombud.core.auditing.release import Release as Document
from ombud.core.disclosure.obstacles import CannotProtect
from ombud.core.disclosure.policy import Policy
from ombud.core.disclosure.protect import Protected, protect
from ombud.core.disclosure.system import Standing, System
from ombud.core.prose.statement import Statement
from ombud.core.release.applying import hide, round_off
from ombud.core.release.building import Release
from ombud.core.release.ledger import Ledger, rounded_before
from ombud.core.rounding.controlled import round_controlled
from ombud.core.rounding.rounded import CannotRound
from ombud.core.statistics.table import Table
from ombud.core.words import Words
from ombud.reporting.releases.forcing import forced_keys
from ombud.reporting.releases.rules import Rule, Rules
from ombud.reporting.releases.telling import Printed, hidden_numbers, release_of
from ombud.reporting.statistics import Statistics, make_figures

TIME_LIMIT = 2.0
"""Seconds for the proof that no better pattern exists; a good pattern is there long before."""


@dataclass(frozen=True)
class Released:
    """``statistics`` is what is printed, ``true`` what it was made from. ``hidden`` are the keys of hidden counts,
    ``protected`` is by kind; ``faults`` says by kind why it cannot be protected. ``claims`` are those of the texts,
    ``rounded`` what is printed for each count of a kind that is rounded.
    """

    true: Statistics
    statistics: Statistics
    release: Release
    rules: Rules
    hidden: frozenset[str]
    protected: Mapping[str, Protected]
    faults: Mapping[str, CannotProtect | CannotRound]
    claims: tuple[Statement, ...] = ()
    rounded: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def audits(self) -> Mapping[str, Audit]:
        """By kind what a reader can work out of everything that is not printed. What is rounded tells nothing by
        itself; beside an edition that told the same counts otherwise it may.
        """
        kinds = [kind for kind in self.release.kinds if not self.rules[kind].rounding or kind in self.mixed]
        return {kind: self._audit(kind) for kind in kinds}

    @cached_property
    def mixed(self) -> tuple[str, ...]:
        """The kinds with counts that are told rounded and otherwise, here and in an earlier edition."""
        return tuple(kind for kind in self.release.kinds if kind not in self.faults and self.document(kind).within)

    def document(self, kind: str) -> Document:
        """What a reader has before them: the counts read out of the printed tables, not the true ones."""
        rule = self.rules[kind]
        if rule.rounding:
            return rounded_document(self.release, self.rounded, rule, kind)
        return document(self.release, self.statistics, rule, kind, self.hidden)

    def exposed(self, kind: str) -> tuple[str, ...]:
        """The keys of small counts that would be printed though nobody has decided so: hidden ones that a table shows,
        and those that are not hidden at all.
        """
        if self.rules[kind].rounding:
            return ()
        cells, policy, read = self.release.system.cells, self.rules[kind].policy, _read(self.release, self.statistics)
        printed = self.document(kind).printed
        return tuple(
            key
            for key in self.release.of_kind(kind).cells
            if (key in self.hidden and key in read)
            or (key in printed and cells[key].standing is Standing.PRINTED and policy.is_small(printed[key]))
        )

    def _audit(self, kind: str) -> Audit:
        """A count that is never printed but rounded may be known to be small, though not how small."""
        document = self.document(kind)
        tried = audit(document)
        only_rounded = document.implied & document.within.keys()
        refused = (one for one in tried.refused if one not in only_rounded or tried.intervals[one].is_exact)
        return replace(tried, refused=tuple(refused))

    @property
    def revealed(self) -> tuple[str, ...]:
        """The keys of counts that an earlier release hid and this one prints, since the office hides them no more."""
        cells, printed = self.release.system.cells, self.release.printed - self.hidden
        return tuple(key for key, cell in cells.items() if key in printed and cell.standing is Standing.HIDDEN)

    @property
    def small_shown(self) -> tuple[str, ...]:
        """The keys of small counts that are printed all the same, by the office's decision or a release before."""
        shown = []
        for key in self.release.printed & self.release.system.cells.keys():
            cell, rule = self.release.system.cells[key], self.rules[self.release.selections[key].kind]
            if key not in self.hidden and 0 < cell.value < rule.policy.threshold:
                shown.append(key)
        return tuple(key for key in self.release.system.cells if key in set(shown))


def protected(
    statistics: Statistics,
    rules: Rules,
    words: Words,
    *,
    printed: Printed | None = None,
    ledgers: Sequence[Ledger] = (),
    pattern: Collection[str] | None = None,
    rounded: Mapping[str, int] | None = None,
    time_limit: float = TIME_LIMIT,
) -> Released:
    """What may be printed of the statistics. ``pattern`` is what an edition hid when it was frozen and ``rounded`` what
    it printed for rounded counts; without them the best are found, proven where ``time_limit`` (seconds) allows it.
    ``printed`` None: every table there is.
    """
    printed = printed or Printed()
    release = release_of(statistics, printed, ledgers, words)
    forced = forced_keys(release, rules)
    release = release.forcing(frozenset(key for key in forced if not rules[release.selections[key].kind].rounding))
    found: dict[str, Protected] = {}
    faults: dict[str, CannotProtect | CannotRound] = {}
    if rounded is None:
        rounded = _rounded(release, rules, ledgers, faults)
    hidden = frozenset(pattern or ())
    for kind in release.kinds if pattern is None else ():
        if not rules[kind].is_protected or rules[kind].rounding:
            continue
        try:
            found[kind] = _remembered(release.of_kind(kind), rules[kind].policy, time_limit)
        except CannotProtect as fault:
            faults[kind] = fault
        else:
            hidden |= found[kind].hidden
    shown = _shown(statistics, release, rules, hidden, rounded, printed, words)
    return Released(statistics, shown, release, rules, hidden, found, faults, rounded=rounded)


def _rounded(
    release: Release, rules: Rules, ledgers: Sequence[Ledger], faults: dict[str, CannotProtect | CannotRound]
) -> dict[str, int]:
    """What is printed for the counts of the kinds that are rounded; what was printed before is printed again."""
    found: dict[str, int] = {}
    for kind in release.kinds:
        base = rules[kind].rounding
        if base:
            fixed = {key: value for key, value in rounded_before(ledgers).items() if value % base == 0}
            system = release.of_kind(kind)
            mine = {key: value for key, value in fixed.items() if key in system.cells}
            try:
                found |= round_controlled(system, base, mine, TIME_LIMIT).values
            except CannotRound as fault:
                faults[kind] = fault
    return found


_PATTERNS: OrderedDict[str, Protected] = OrderedDict()
_MOST_PATTERNS = 64
_PATTERNS_LOCK = Lock()


def _remembered(system: System, policy: Policy, time_limit: float) -> Protected:
    """The pattern, found once as long as neither the counts nor the policy change."""
    cells = [(key, cell.value, cell.standing.value) for key, cell in system.cells.items()]
    sums = [(one.total, one.parts) for one in system.relations]
    key = sha256(repr((cells, sums, policy, time_limit)).encode()).hexdigest()
    with _PATTERNS_LOCK:
        if key in _PATTERNS:
            _PATTERNS.move_to_end(key)
            return _PATTERNS[key]
    found = protect(system, policy, time_limit=time_limit)
    with _PATTERNS_LOCK:
        _PATTERNS[key] = found
        while len(_PATTERNS) > _MOST_PATTERNS:
            _PATTERNS.popitem(last=False)
    return found


def document(release: Release, shown: Statistics, rule: Rule, kind: str, hidden: frozenset[str]) -> Document:
    """What a reader of the release has before them: the counts read out of the printed tables, not the true ones."""
    system = release.of_kind(kind)
    read = _read(release, shown)
    printed, implied = {}, set()
    for key, cell in system.cells.items():
        if key in hidden:
            continue
        if cell.standing is Standing.IMPLIED:
            implied.add(key)
        else:
            printed[key] = read.get(key, cell.value)
    return Document(
        printed,
        hidden & system.cells.keys(),
        frozenset(implied),
        tuple((one.total, one.parts) for one in system.relations),
        rule.policy.lower_bound,
        rule.policy.threshold,
        rule.policy.protection.value,
        {key: release.rounded_before[key] for key in (hidden | implied) & release.rounded_before.keys()},
    )


def rounded_document(release: Release, rounded: Mapping[str, int], rule: Rule, kind: str) -> Document:
    """What a reader of a rounded release has: what earlier editions told exactly, what they hid, and between which two
    counts each rounded one lies. ``within`` is empty where no edition told any of it in another way.
    """
    cells, base = release.of_kind(kind).cells, rule.rounding
    told = {key: cell.value for key, cell in cells.items() if cell.standing is Standing.FORCED}
    hidden = frozenset(key for key, cell in cells.items() if cell.standing is Standing.HIDDEN)
    now = {key: (max(0, value - base + 1), value + base - 1) for key, value in rounded.items()}
    before = release.rounded_before
    within = {
        key: (max(low, before[key][0]), min(high, before[key][1])) if key in before else (low, high)
        for key, (low, high) in now.items()
    }
    is_mixed = bool(told or hidden or within != now)
    return Document(
        told,
        hidden,
        frozenset(cells.keys() - told.keys() - hidden),
        tuple((one.total, one.parts) for one in release.of_kind(kind).relations),
        rule.policy.lower_bound,
        rule.policy.threshold,
        rule.policy.protection.value,
        {key: within[key] for key in within.keys() & cells.keys() - told.keys()} if is_mixed else {},
    )


def _read(release: Release, shown: Statistics) -> dict[str, int]:
    read = {}
    for name, places in release.places.items():
        table = shown.tables[name]
        for (at, column), keys in places.items():
            if -1 <= at < len(table.rows) and len(keys) == 1 and table.columns[column].unit == "count":
                cell = (table.total if at < 0 else table.rows[at].cells)[column]
                if isinstance(cell, int):
                    read[keys[0]] = cell
    return read


def _shown(
    statistics: Statistics,
    release: Release,
    rules: Rules,
    hidden: frozenset[str],
    rounded: Mapping[str, int],
    printed: Printed,
    words: Words,
) -> Statistics:
    """The tables with their holes or rounded, figures drawn anew from them, numbers replaced."""
    tables = {
        name: _table(one, release, rules, hidden, rounded, words)
        for name, one in statistics.tables.items()
        if printed.has(name)
    }
    untold = {one.definition.name: one.missing for one in statistics.prepared if one.missing}
    thresholds = {kind: rule.policy.threshold for kind, rule in rules.items() if rule.is_protected}
    figures, _ = make_figures(statistics.definitions, tables, words, untold, thresholds)
    gone = hidden_numbers(statistics, release, inexact(release, hidden, rounded))
    instead = words.gettext("a number that is not shown")
    numbers = {name: instead if name in gone else text for name, text in statistics.numbers.items()}
    return replace(statistics, tables=tables, figures=figures, numbers=numbers)


def inexact(release: Release, hidden: frozenset[str], rounded: Mapping[str, int]) -> frozenset[str]:
    """The keys of counts that are not printed as they are: hidden, or rounded to another number."""
    cells = release.system.cells
    return hidden | {key for key, value in rounded.items() if key in cells and cells[key].value != value}


def _table(
    table: Table, release: Release, rules: Rules, hidden: frozenset[str], rounded: Mapping[str, int], words: Words
) -> Table:
    rule = rules.get(table.kind)
    places = release.places.get(table.name, {})
    if rule is not None and rule.rounding:
        note = words.gettext("All numbers are rounded to %(base)s, so that no small number can point to a citizen.")
        return round_off(table, places, rounded, note % {"base": rule.rounding})
    return hide(table, places, hidden, zeros_shown=rule is None or rule.policy.zeros_shown)
