"""One thing that is wrong with a profile, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """``place`` is a path such as ``departments[3].parent``, counted from 0 as in the file's own lists."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message
