"""Work that comes by the clock, done beside the queue by the same process (`ombud work`)."""

import logging
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any

from django.db import close_old_connections, connections

from ombud.audit.keeping import keep_heads

HOURLY: tuple[Callable[[], Any], ...] = (keep_heads,)
"""Called every hour and at the start. Each finds out by itself whether anything is due, and may be called in vain."""
SECONDS_BETWEEN = 3_600.0
_logger = logging.getLogger(__name__)


class Clock:
    """Calls ``work`` at once and then every hour until the block ends; one that fails does not stop the others."""

    def __init__(self, work: Sequence[Callable[[], Any]] = HOURLY, seconds: float = SECONDS_BETWEEN) -> None:
        self._work, self._seconds = work, seconds
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="clock", daemon=True)

    def __enter__(self) -> "Clock":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, at: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._stop.is_set():
            close_old_connections()
            for one in self._work:
                try:
                    one()
                except Exception:
                    _logger.exception("Work by the clock failed: %s", getattr(one, "__name__", one))
            connections.close_all()
            self._stop.wait(self._seconds)
