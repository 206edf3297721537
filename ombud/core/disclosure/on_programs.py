"""Protection where the sums are no network: linear programs, and whole numbers where these do not decide.

Cuts come from the prices of a relaxed answer (Fischetti & Salazar-Gonzalez 2001): whatever is hidden, the change of a
cell is the sum of price times change of the others, and these can change only where they are hidden.
"""

from collections.abc import Callable, Iterable, Mapping
from math import ceil, inf

from ombud.core.disclosure.attack import Demand
from ombud.core.disclosure.certificates import Certificate
from ombud.core.disclosure.cuts import Cut, made_cut, needed_up
from ombud.core.disclosure.program import TOLERANCE, Answer, Program
from ombud.core.disclosure.program_pattern import ProgramPattern
from ombud.core.disclosure.program_prices import ProgramPayer
from ombud.core.disclosure.search import NEARLY, Search
from ombud.core.disclosure.separation import Factors, added

WORK = 1.5e8
"""Looks at demands, times the square of the cells, spent on taking needless cells away."""

Ask = Callable[[int, int, float], Answer]


class ProgramSearch(Search[ProgramPattern]):
    """Programs for what a pattern needs and for what it violates."""

    def pattern(self, unknown: Iterable[int]) -> ProgramPattern:
        return ProgramPattern(self.attack, unknown)

    def looks_for(self, cells: int) -> float:
        """A look is a program or two, whose time grows with the square of the cells; all of it stays seconds."""
        return WORK / max(cells, 1) ** 2

    def hide_for(self, pattern: ProgramPattern, demands: Iterable[Demand]) -> dict[Demand, Certificate]:
        payer = ProgramPayer(pattern, self.attack)
        return {demand: payer.meet(demand) for demand in demands}

    def first_of(self, demand: Demand) -> list[Cut]:
        up = needed_up(demand, self.attack.slack[demand.cell])
        cuts = []
        for row in self.attack.rows:
            signs = dict(row)
            if up and demand.cell in signs:
                own = signs.pop(demand.cell)
                prices = {cell: -sign / own for cell, sign in signs.items()}
                cuts.append(made_cut(self._factors(prices, up), up, self.attack))
        return [cut for cut in cuts if cut]

    def violated(self, pattern: ProgramPattern, demand: Demand) -> list[Cut]:
        hidden = dict.fromkeys(pattern.unknown, 1.0)
        cuts = self._short_of(demand, pattern.relaxed, hidden)
        left = tuple((cell, 1) for cell in self.attack.candidates if cell not in hidden)
        return cuts or [Cut(left, 1)]

    def violated_in_part(self, shares: Mapping[int, float], demands: Iterable[Demand]) -> list[Cut]:
        program = Program(self.attack)
        most = max((max(demand.up, demand.width) for demand in self.attack.demands), default=0)
        for cell, share in shares.items():
            slack = self.attack.slack[cell]
            if cell in self.attack.unknown:
                program.bound(cell, float(-slack), inf)
            else:
                program.bound(cell, -share * min(most, slack), share * most)
        return [cut for demand in demands for cut in self._short_of(demand, program.ask, shares)]

    def _short_of(self, demand: Demand, ask: Ask, shares: Mapping[int, float]) -> list[Cut]:
        """The cut of a demand by the prices of its relaxed answers, when the shares violate it."""
        cell, slack = demand.cell, self.attack.slack[demand.cell]
        up, width = needed_up(demand, slack), demand.width
        rising = ask(cell, 1, max(up, width))
        if rising.units < up - NEARLY:
            return self._violated_one(self._factors(rising.prices, up), up, shares)
        falling = ask(cell, -1, min(width, slack)) if slack else None
        if falling is None or rising.units + falling.units >= width - NEARLY:
            return []
        factors = added(self._factors(rising.prices, width), self._factors(falling.prices, width))
        return self._violated_one(factors, width, shares)

    def _violated_one(self, factors: Factors, least: int, shares: Mapping[int, float]) -> list[Cut]:
        cut = made_cut(factors, least, self.attack)
        if cut is None or sum(factor * shares.get(cell, 0.0) for cell, factor in cut.factors) >= cut.least - NEARLY:
            return []
        return [cut]

    def _factors(self, prices: Mapping[int, float], most: int) -> Factors:
        """What each cell can carry at these prices, ``most`` at the most."""
        slack = self.attack.slack
        return {
            cell: most if price > 0 else min(most, ceil(-price * slack[cell] - TOLERANCE))
            for cell, price in prices.items()
        }
