"""The attack that works: which sums a reader puts together, and what they leave for a count that is not printed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from ombud.core.auditing.equations import Equation, Equations, components, equations_of
from ombud.core.auditing.release import EXACT, Interval, Release
from ombud.core.words import Words

NAMED = 3
CLOSE = 1e-6


@dataclass(frozen=True)
class Sum:
    """One sum that is used. ``number`` is its total (None where that is not printed), ``printed`` what its printed
    parts make, ``others`` how many parts it has that are not printed; ``added`` tells whether it is added or taken
    away.
    """

    total: str
    number: int | None
    printed: int
    others: int
    added: bool


@dataclass(frozen=True)
class Bound:
    """How one end of an interval comes about: ``sums`` put together leave ``left`` for the count and ``others`` (names
    with how often they count), which make ``least`` together at the least.
    """

    sums: tuple[Sum, ...]
    left: int
    others: tuple[tuple[str, int], ...]
    least: int


@dataclass(frozen=True)
class Attack:
    """What a reader knows of ``cell`` and from what. ``upper`` and ``lower`` are None where no adding and taking away
    of sums shows that end: for the lower one because the count is never less anyway, otherwise since only trying all
    whole numbers shows it. ``promises_exact`` is whether the release promises only that no count is known exactly
    (P1): then both ends are told, otherwise the greatest that the count can be is enough.
    """

    cell: str
    interval: Interval
    least: int
    upper: Bound | None
    lower: Bound | None
    promises_exact: bool = False

    @property
    def is_by_whole_numbers(self) -> bool:
        """Whether only trying all tables of whole numbers shows it."""
        return self.upper is None or (self._tells_lower and self.lower is None)

    @property
    def _tells_lower(self) -> bool:
        """Whether the lower end needs sums of its own, and matters."""
        return self.promises_exact and self.interval.low > self.least and not (self.upper and not self.upper.others)

    def sentences(self, words: Words, labels: Mapping[str, str] | None = None) -> tuple[str, ...]:
        """The steps and what follows, one sentence or two each. ``labels`` names the keys for people."""
        named = labels or {}
        if self.is_by_whole_numbers or self.upper is None:
            text = words.gettext("Trying all whole numbers that fit what is printed shows it.")
            return text, self._conclusion(words, named)
        steps = [*_steps(self.upper, words, named), *_of_others(self.upper, words, named)]
        if self._tells_lower and self.lower:
            steps += [words.gettext("It cannot be less either:")]
            steps += [*_steps(self.lower, words, named), *_on_top(self.lower, words, named)]
        return *steps, self._conclusion(words, named)

    def _conclusion(self, words: Words, labels: Mapping[str, str]) -> str:
        low, high = self.interval.low, self.interval.high
        values = {"cell": _quoted(self.cell, words, labels), "low": low, "high": high}
        if high is None:
            return words.gettext("So %(cell)s is %(low)d or more.") % values
        if low > self.least and self.upper and self.upper.others and not self._tells_lower:
            return words.gettext("So %(cell)s is at most %(high)d.") % values
        if low == high:
            return words.gettext("So %(cell)s is exactly %(low)d.") % values
        if low + 1 == high:
            return words.gettext("So %(cell)s is %(low)d or %(high)d.") % values
        return words.gettext("So %(cell)s is between %(low)d and %(high)d.") % values


def attack_on(release: Release, cell: str, interval: Interval) -> Attack:
    """How the interval of a hole or an implied count, as audited, can be worked out with as few sums as there are."""
    equations = equations_of(release)
    column = equations.unknown.index(cell)
    bound_by = next(found for unknown, found in components(equations) if column in unknown)
    search = _Search(release, equations, bound_by, column)
    least = equations.least[column]
    upper = None if interval.high is None else search.bound(interval.high, 1)
    lower = search.bound(interval.low, -1) if interval.low > least else None
    return Attack(cell, interval, least, upper, lower, release.protection == EXACT)


class _Search:
    """Multipliers of the sums that leave the count alone, or beside others that cannot be less than they are."""

    def __init__(self, release: Release, equations: Equations, bound_by: Sequence[Equation], column: int) -> None:
        self._release, self._equations, self._bound_by, self._column = release, equations, bound_by, column

    def bound(self, limit: int, sense: int) -> Bound | None:
        """The greatest (``sense`` 1) or the least (-1) as a sum of sums, each used once; None where there is none."""
        times = self._multipliers(limit, sense)
        if times is None or any(abs(one) > 1 for one in times):
            return None
        return self._checked(times, limit, sense)

    def _multipliers(self, limit: int, sense: int) -> list[int] | None:
        """The fewest that prove the limit: a linear program's dual, with the multipliers themselves as its cost."""
        least = self._equations.least
        sides = [one.right - sum(factor * least[place] for place, factor in one.terms) for one in self._bound_by]
        rows = sorted({place for one in self._bound_by for place, _ in one.terms})
        row = {place: number for number, place in enumerate(rows)}
        program = highspy.Highs()  # type: ignore[no-untyped-call]
        program.setOptionValue("output_flag", False)
        for place in rows:
            own = 1.0 if place == self._column else 0.0
            low, high = (own, own) if own else (0.0, highspy.kHighsInf) if sense > 0 else (-highspy.kHighsInf, 0.0)
            program.addRow(low, high, 0, np.array([], dtype=np.int32), np.array([], dtype=np.float64))
        above = float(limit - least[self._column])
        program.addRow(above, above, 0, np.array([], dtype=np.int32), np.array([], dtype=np.float64))
        for sign in (1, -1):
            for one, side in zip(self._bound_by, sides, strict=True):
                entries = [(row[place], sign * factor) for place, factor in one.terms] + [(len(rows), sign * side)]
                places, factors = zip(*entries, strict=True)
                cost, count = 1.0, len(entries)
                indices, values = np.array(places, dtype=np.int32), np.array(factors, dtype=np.float64)
                program.addCol(cost, 0.0, highspy.kHighsInf, count, indices, values)
        program.run()
        if program.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found, half = program.getSolution().col_value, len(self._bound_by)
        exact = [found[place] - found[half + place] for place in range(half)]
        whole = [round(one) for one in exact]
        close = all(abs(one - other) < CLOSE for one, other in zip(exact, whole, strict=True))
        return whole if close else None

    def _checked(self, times: Sequence[int], limit: int, sense: int) -> Bound | None:
        """The proof written out; None where it does not hold to the last unit."""
        used = [(one, number) for one, number in zip(self._bound_by, times, strict=True) if number]
        factors: Counter[int] = Counter()
        for one, number in used:
            for place, factor in one.terms:
                factors[place] += number * factor
        left = sum(number * one.right for one, number in used)
        others = [(place, factor) for place, factor in sorted(factors.items()) if factor and place != self._column]
        least = sum(abs(factor) * self._equations.least[place] for place, factor in others)
        holds = factors[self._column] == 1 and left - sense * least == limit
        if not holds or any(factor * sense < 0 for _, factor in others):
            return None
        names = tuple((self._equations.unknown[place], abs(factor)) for place, factor in others)
        return Bound(tuple(self._sum(one, number) for one, number in used), left, names, least)

    def _sum(self, equation: Equation, times: int) -> Sum:
        total, parts = self._release.relations[equation.relation]
        printed = sum(self._release.printed.get(part, 0) for part in parts)
        others = sum(part not in self._release.printed for part in parts)
        return Sum(total, self._release.printed.get(total), printed, others, times < 0)


def _steps(bound: Bound, words: Words, labels: Mapping[str, str]) -> list[str]:
    """What each sum tells, those added first, and what they leave together."""
    ordered = sorted(bound.sums, key=lambda one: not one.added)
    telling = [one for one in ordered if one.number is not None or one.printed]
    steps = [_told(one, words, labels) for one in telling]
    told = {one.total for one in telling}
    unfolded = [one.total for one in ordered if one.total not in told]
    if unfolded:
        text = words.ngettext(
            "%(names)s is hidden too: its parts are counted instead.",
            "%(names)s are hidden too: their parts are counted instead.",
            len(unfolded),
        )
        steps.append(text % {"names": _listed(unfolded, words, labels)})
    if len(telling) < 2:
        return steps
    added = [one.total for one in telling if one.added]
    taken = [one.total for one in telling if not one.added]
    if added and taken:
        text = words.gettext(
            "Take %(taken)s from %(added)s: hidden numbers that stand in both go out, and %(left)d is left."
        )
        names = {"added": _listed(added, words, labels), "taken": _listed(taken, words, labels)}
        return [*steps, text % {**names, "left": bound.left}]
    return [*steps, words.gettext("After these sums, %(left)d is left.") % {"left": bound.left}]


def _told(one: Sum, words: Words, labels: Mapping[str, str]) -> str:
    """The sum in numbers; nothing where a hidden total has hidden parts only."""
    values = {"total": _quoted(one.total, words, labels), "number": one.number, "printed": one.printed}
    if one.number is None:
        if not one.others:
            return (
                words.gettext("%(total)s is hidden, but its parts are printed: together they make %(printed)d.")
                % values
            )
        return (
            words.gettext("%(total)s is hidden, but some parts are printed: %(printed)d.") % values
            if one.printed
            else ""
        )
    values["left"] = one.number - one.printed
    if one.others == 1:
        text = words.gettext(
            "%(total)s is %(number)d. All parts but one are printed and make %(printed)d, so the last is %(left)d."
        )
    elif one.printed:
        text = words.gettext(
            "%(total)s is %(number)d. The printed parts make %(printed)d, so the others make %(left)d together."
        )
    else:
        text = words.gettext("%(total)s is %(number)d. Its hidden parts make all of that together.")
    return text % values


def _of_others(bound: Bound, words: Words, labels: Mapping[str, str]) -> list[str]:
    """What others take of it at the least."""
    if not bound.others:
        return []
    names = _listed([name for name, _ in bound.others], words, labels)
    values = {"names": names, "left": bound.left, "least": bound.least}
    if not bound.least:
        return [words.gettext("Some of the %(left)d may belong to %(names)s.") % values]
    text = words.gettext(
        "Of the %(left)d, at least %(least)d must belong to %(names)s: a hidden number is never 0, since a nought "
        "would be printed."
    )
    return [text % values]


def _on_top(bound: Bound, words: Words, labels: Mapping[str, str]) -> list[str]:
    if not bound.others:
        return []
    values = {"names": _listed([name for name, _ in bound.others], words, labels), "least": bound.least}
    return [words.gettext("To that come %(names)s, at least %(least)d together.") % values]


def _quoted(key: str, words: Words, labels: Mapping[str, str]) -> str:
    return words.gettext("“%(name)s”") % {"name": labels.get(key, key)}


def _listed(keys: Sequence[str], words: Words, labels: Mapping[str, str]) -> str:
    """Some names, each once, and how many more there are."""
    names = list(dict.fromkeys(_quoted(key, words, labels) for key in keys))
    if len(names) > NAMED + 1:
        text = words.gettext("%(names)s and %(number)d others")
        return text % {"names": ", ".join(names[:NAMED]), "number": len(names) - NAMED}
    if len(names) < 2:
        return "".join(names)
    return words.gettext("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
