"""How far a run is, for the pages."""

import time
from collections.abc import Callable

from ombud.casework.models import ImportRun

Report = Callable[[int, int | None], None]
SECONDS_BETWEEN = 0.5


class RunProgress:
    """Writes done and total to the run, at most every half second. ``also`` hears every call, for the command line."""

    def __init__(self, run: ImportRun, also: Report | None = None) -> None:
        self.run, self.also = run, also
        self._last = time.monotonic()

    def __call__(self, done: int, total: int | None = None) -> None:
        if self.also is not None:
            self.also(done, total)
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN:
            self._last = now
            ImportRun.objects.filter(pk=self.run.pk).update(done=done, total=total or 0)
