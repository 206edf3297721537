"""Unknown cells under sums of any kind: the relaxed program first, whole numbers where it does not decide."""

from collections.abc import Iterable
from math import inf

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate, Deviations
from ombud.core.disclosure.program import TOLERANCE, Answer, Program


class ProgramPattern:
    """The unknown cells, and the program that knows their bounds."""

    def __init__(self, attack: Attack, unknown: Iterable[int]) -> None:
        self._attack = attack
        self._program = Program(attack)
        self.unknown: set[int] = set()
        for cell in unknown:
            self.hide(cell)

    def hide(self, cell: int) -> None:
        """Make a cell unknown to the reader."""
        self.unknown.add(cell)
        self._program.bound(cell, float(-self._attack.slack[cell]), inf)

    def show(self, cell: int) -> None:
        """Tell the reader a cell again."""
        self.unknown.remove(cell)
        self._program.bound(cell, 0.0, 0.0)

    def certify(self, demand: Demand) -> Certificate:
        """As much of what is asked for as the unknown cells give; see whether it ``meets`` the demand."""
        made = Certificate()
        made.more, made.high = self.reach(demand.cell, 1, demand.up)
        if made.more < demand.up:
            return made
        made.less, made.low = self.reach(demand.cell, -1, demand.width - made.more)
        if not made.meets(demand):
            made.more, made.high = self.reach(demand.cell, 1, demand.width - made.less)
        return made

    def reach(self, cell: int, sign: int, most: int) -> tuple[int, Deviations]:
        """How many whole units the cell can be raised or lowered, and the other cells' part in it."""
        most = most if sign > 0 else min(most, self._attack.slack[cell])
        if most <= 0:
            return 0, {}
        answer = self._program.ask(cell, sign, float(most))
        if answer.units < 1 - TOLERANCE:
            return 0, {}
        table = self._program.table(answer)
        if table is None:
            table = self._program.table(self._program.ask(cell, sign, float(most), whole=True))
        if table is None:
            return 0, {}
        others = {one: by for one, by in table.items() if one != cell}
        return abs(table.get(cell, 0)), others

    def relaxed(self, cell: int, sign: int, most: float) -> Answer:
        """The relaxed answer with its prices."""
        return self._program.ask(cell, sign, most)
