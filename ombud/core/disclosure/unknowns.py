"""What a pattern of unknown cells can be asked, whatever kind of sums binds them."""

from typing import Protocol

from ombud.core.disclosure.attack import Demand
from ombud.core.disclosure.certificates import Certificate


class Unknowns(Protocol):
    """Cells that a reader does not see, more or fewer of them."""

    unknown: set[int]

    def hide(self, cell: int) -> None:
        """Make a cell unknown to the reader."""

    def show(self, cell: int) -> None:
        """Tell the reader a cell again."""

    def certify(self, demand: Demand) -> Certificate:
        """As much of what is asked for as these cells give; see whether it ``meets`` the demand."""
