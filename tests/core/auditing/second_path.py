"""The intervals a second time, straight from their definition: a whole-number program of scipy for every bound."""

from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from ombud.core.auditing.release import Release

Intervals = dict[str, tuple[int, int | None]]


def by_whole_numbers(release: Release) -> Intervals:
    """Two whole-number programs for each unknown count, none told of the other."""
    keys, matrix, right, lower = _program(release)
    whole = np.ones(len(keys))

    def best(place: int, sense: float) -> int | None:
        cost = np.zeros(len(keys))
        cost[place] = sense
        held = LinearConstraint(matrix, right, right)
        found = milp(
            cost, constraints=held, bounds=Bounds(lower, np.inf), integrality=whole, options={"mip_rel_gap": 0}
        )
        assert found.status in (0, 3, 4), found.message
        return round(found.x[place]) if found.status == 0 else None

    return {key: (best(place, 1.0) or 0, best(place, -1.0)) for place, key in enumerate(keys)}


def by_fractions(release: Release) -> dict[str, tuple[float, float]]:
    """The same among all numbers, whole or not: wider, never narrower."""
    keys, matrix, right, lower = _program(release)

    def best(place: int, sense: float) -> float:
        cost = np.zeros(len(keys))
        cost[place] = sense
        found = linprog(cost, A_eq=matrix, b_eq=right, bounds=[(one, None) for one in lower])
        assert found.status in (0, 3, 4), found.message
        return float(found.x[place]) if found.status == 0 else np.inf

    return {key: (best(place, 1.0), best(place, -1.0)) for place, key in enumerate(keys)}


def by_trying_all(release: Release, most: int) -> Intervals:
    """The same by looking at every table with counts up to ``most``."""
    keys = [*sorted(release.hidden), *sorted(release.implied)]
    least = [release.lower_bound if key in release.hidden else 0 for key in keys]
    fitting = []
    for counts in product(*(range(low, most + 1) for low in least)):
        table = {**release.printed, **dict(zip(keys, counts, strict=True))}
        if all(table[total] == sum(table[part] for part in parts) for total, parts in release.relations):
            fitting.append(counts)
    return {key: (min(one[n] for one in fitting), max(one[n] for one in fitting)) for n, key in enumerate(keys)}


def _program(release: Release) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray]:
    keys = [*sorted(release.hidden), *sorted(release.implied)]
    matrix = np.zeros((len(release.relations), len(keys)))
    right = np.zeros(len(release.relations))
    for row, (total, parts) in enumerate(release.relations):
        for key, factor in ((total, 1), *((part, -1) for part in parts)):
            if key in release.printed:
                right[row] -= factor * release.printed[key]
            else:
                matrix[row, keys.index(key)] += factor
    lower = np.array([release.lower_bound if key in release.hidden else 0 for key in keys], dtype=float)
    return keys, matrix, right, lower
