"""Progress of long work on standard error, only where somebody watches."""

import sys


class ProgressLine:
    """Called with (done, total); writes one line that renews itself. Silent when standard error is not a terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = -1

    def __call__(self, done: int, total: int | None = None) -> None:
        shown = 100 * done // total if total else done
        if shown == self._shown or not sys.stderr.isatty():
            return
        self._shown = shown
        end = "\n" if total and done >= total else ""
        amount = f"{shown} %" if total else str(done)
        print(f"\r{self._what} {amount}", end=end, file=sys.stderr, flush=True)
