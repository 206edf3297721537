"""The sums of a release with everything printed moved to the right: what a reader would solve."""

from collections.abc import Iterable
from dataclasses import dataclass

from ombud.core.auditing.release import Contradiction, Release


@dataclass(frozen=True)
class Equation:
    """``terms`` are (unknown, factor); together they make ``right``. ``relation`` is the place in the release."""

    relation: int
    terms: tuple[tuple[int, int], ...]
    right: int


@dataclass(frozen=True)
class Equations:
    """``unknown`` names the columns; each is ``least`` plus something that is not negative, at most ``most``."""

    unknown: tuple[str, ...]
    least: tuple[int, ...]
    most: tuple[int | None, ...]
    equations: tuple[Equation, ...]


def equations_of(release: Release, relations: Iterable[int] | None = None) -> Equations:
    """The equations of a release (or of those relations of it, by place) between its holes and implied counts.

    ``Contradiction`` where printed numbers alone do not add up.
    """
    unknown = tuple(sorted(release.hidden)) + tuple(sorted(release.implied))
    column = {key: place for place, key in enumerate(unknown)}
    places = range(len(release.relations)) if relations is None else relations
    found = [one for place in places if (one := _equation(release, column, place))]
    least, most = zip(*(_bounds(release, key) for key in unknown), strict=True) if unknown else ((), ())
    return Equations(unknown, least, most, tuple(found))


def _bounds(release: Release, key: str) -> tuple[int, int | None]:
    least = release.lower_bound if key in release.hidden else 0
    if key not in release.within:
        return least, None
    low, high = release.within[key]
    if max(least, low) > high:
        raise Contradiction((key,))
    return max(least, low), high


def _equation(release: Release, column: dict[str, int], place: int) -> Equation | None:
    """Nothing where all is printed and adds up."""
    total, parts = release.relations[place]
    right, factors = 0, dict[int, int]()
    for key, factor in ((total, 1), *((part, -1) for part in parts)):
        if key in column:
            factors[column[key]] = factors.get(column[key], 0) + factor
        else:
            right -= factor * release.printed[key]
    terms = tuple((one, factor) for one, factor in factors.items() if factor)
    if terms:
        return Equation(place, terms, right)
    if right:
        whole = release.printed.get(total)
        raise Contradiction((total,), whole + right, whole) if whole is not None else Contradiction((total,))
    return None


def components(equations: Equations) -> list[tuple[list[int], list[Equation]]]:
    """Unknown counts that are bound to each other, with the equations that bind them; in the order of the columns."""
    above = list(range(len(equations.unknown)))

    def top(one: int) -> int:
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for equation in equations.equations:
        first = top(equation.terms[0][0])
        for one, _ in equation.terms[1:]:
            above[top(one)] = first
    gathered: dict[int, tuple[list[int], list[Equation]]] = {}
    for one in range(len(equations.unknown)):
        gathered.setdefault(top(one), ([], []))[0].append(one)
    for equation in equations.equations:
        gathered[top(equation.terms[0][0])][1].append(equation)
    return list(gathered.values())
