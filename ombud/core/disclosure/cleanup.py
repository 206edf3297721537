"""Showing again what a pattern hides without need, the dearest first."""

from collections import defaultdict

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate
from ombud.core.disclosure.unknowns import Unknowns


def clean_up(pattern: Unknowns, attack: Attack, certificates: dict[Demand, Certificate]) -> None:
    """Show every cell that can be shown with all demands still met. Only the demands whose certificate rests on the
    cell are looked at again, those in the sums of the cell first: they are the likeliest to need it. ``certificates``
    follows.
    """
    users: dict[int, dict[Demand, None]] = defaultdict(dict)
    for demand, made in certificates.items():
        for cell in made.cells:
            users[cell][demand] = None
    extra = sorted(pattern.unknown - attack.unknown, key=lambda cell: (-attack.weights[cell], cell))
    near = _near(attack)
    for cell in extra:
        pattern.show(cell)
        remade = _without(pattern, sorted(users[cell], key=lambda demand: demand.cell not in near[cell]))
        if remade is None:
            pattern.hide(cell)
            continue
        for demand, made in remade.items():
            for left in certificates[demand].cells:
                users[left].pop(demand, None)
            for now in made.cells:
                users[now][demand] = None
            certificates[demand] = made


def _without(pattern: Unknowns, demands: list[Demand]) -> dict[Demand, Certificate] | None:
    remade = {}
    for demand in demands:
        made = pattern.certify(demand)
        if not made.meets(demand):
            return None
        remade[demand] = made
    return remade


def _near(attack: Attack) -> dict[int, set[int]]:
    """The cells that stand in a sum with each cell."""
    near: dict[int, set[int]] = defaultdict(set)
    for row in attack.rows:
        cells = {cell for cell, _ in row}
        for cell in cells:
            near[cell] |= cells
    return near
