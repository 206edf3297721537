"""Showing again what a pattern hides without need, the dearest first."""

from collections import defaultdict
from math import inf

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate
from ombud.core.disclosure.unknowns import Unknowns


def clean_up(
    pattern: Unknowns, attack: Attack, certificates: dict[Demand, Certificate], most_looks: float = inf
) -> None:
    """Show every cell that can be shown with all demands still met. Only the demands whose certificate rests on the
    cell are looked at again, those in the sums of the cell first: they are the likeliest to need it. ``certificates``
    follows. After ``most_looks`` at demands the rest stays hidden; counted and not timed, so that the same counts give
    the same pattern.
    """
    users: dict[int, dict[Demand, None]] = defaultdict(dict)
    for demand, made in certificates.items():
        for cell in made.cells:
            users[cell][demand] = None
    extra = sorted(pattern.unknown - attack.unknown, key=lambda cell: (-attack.weights[cell], cell))
    near, looks = _near(attack), 0
    for cell in extra:
        if looks >= most_looks:
            return
        pattern.show(cell)
        remade, looked = _without(pattern, sorted(users[cell], key=lambda demand: demand.cell not in near[cell]))
        looks += looked
        if remade is None:
            pattern.hide(cell)
            continue
        for demand, made in remade.items():
            for left in certificates[demand].cells:
                users[left].pop(demand, None)
            for now in made.cells:
                users[now][demand] = None
            certificates[demand] = made


def _without(pattern: Unknowns, demands: list[Demand]) -> tuple[dict[Demand, Certificate] | None, int]:
    """The certificates of these demands, or None where one is not met; and how many were looked at."""
    remade: dict[Demand, Certificate] = {}
    for demand in demands:
        made = pattern.certify(demand)
        if not made.meets(demand):
            return None, len(remade) + 1
        remade[demand] = made
    return remade, len(remade)


def _near(attack: Attack) -> dict[int, set[int]]:
    """The cells that stand in a sum with each cell."""
    near: dict[int, set[int]] = defaultdict(set)
    for row in attack.rows:
        cells = {cell for cell, _ in row}
        for cell in cells:
            near[cell] |= cells
    return near
