"""Controlled rounding: every count to a multiple of the base beside it, all sums exact (Causey, Cox and Ernst 1985).

A count that is a multiple stays, so that a nought stays a nought. Two levels by one level are a network: there the
linear program ends in whole numbers and a rounding always exists (Cox 1987). In three ways there may be none.
"""

from collections.abc import Mapping

from ombud.core.disclosure.system import System
from ombud.core.rounding.program import Program, solve
from ombud.core.rounding.rounded import CannotRound, Rounded, rounded


def round_controlled(
    system: System, base: int, fixed: Mapping[str, int] | None = None, time_limit: float | None = None
) -> Rounded:
    """The rounding that changes the distinct counts least in sum, each by less than ``base``.

    ``fixed`` is what an earlier release printed for some of the counts (by key): it is printed again, since several
    roundings of one count would tell its average. ``CannotRound`` where none lets all sums hold; ``ValueError`` at a
    base under 2 or a fixed count that is no multiple of it.
    """
    if base < 2:
        raise ValueError("The base is at least 2")
    told = {key: value for key, value in (fixed or {}).items() if key in system.cells}
    for key, value in told.items():
        if value % base or value < 0:
            raise ValueError(f"{key}: {value} is no multiple of {base}")
    keys = list(system.cells)
    found = solve(_program(system, keys, base, told), time_limit)
    if found is None:
        alone = bool(told) and solve(_program(system, keys, base, {}), time_limit) is not None
        raise CannotRound(base, is_for_earlier=alone)
    values = {key: base * number for key, number in zip(keys, found.values, strict=True)}
    return rounded(system, base, values, found.is_proven)


def _program(system: System, keys: list[str], base: int, told: Mapping[str, int]) -> Program:
    """A column a count, in units of the base: what it is rounded to. Up costs base less twice what is over."""
    place = {key: number for number, key in enumerate(keys)}
    counts = [system.cells[key].value for key in keys]
    lower = [told.get(key, count) // base for key, count in zip(keys, counts, strict=True)]
    upper = [told[key] // base if key in told else -(-count // base) for key, count in zip(keys, counts, strict=True)]
    costs = [float(base - 2 * (count % base)) for count in counts]
    rows = [((place[one.total], 1), *((place[part], -1) for part in one.parts)) for one in system.relations]
    return Program(costs, lower, upper, rows, [0] * len(rows))
