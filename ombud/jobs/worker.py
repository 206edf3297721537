"""The worker: takes one task after another until it is told to stop (`ombud work`)."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.core.management import call_command
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from ombud.jobs.clock import HOURLY, Clock

SECONDS_BETWEEN = 0.5
DAYS_KEPT = 30


class _Stoppable(Worker):
    """Stops between two tasks when the event is set."""

    stop = threading.Event()

    @property
    def running(self) -> bool:
        return not self.stop.is_set()

    @running.setter
    def running(self, value: bool) -> None:
        if not value:
            self.stop.set()


def work(
    *, stop: threading.Event | None = None, until_empty: bool = False, hourly: Sequence[Callable[[], Any]] = ()
) -> None:
    """Do queued tasks until ``stop`` is set, or, with ``until_empty``, until none is left.

    Without ``stop`` an interrupt or a termination signal ends it after the task at hand. ``hourly`` is what rooms above
    want done by the clock, at the start and then every hour.
    """
    forget_old()
    worker = _Stoppable.__new__(_Stoppable)
    worker.stop = stop or threading.Event()
    worker.__init__(  # type: ignore[misc]
        queue_names=["default"],
        interval=SECONDS_BETWEEN,
        batch=until_empty,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    if stop is None and not until_empty:
        worker.configure_signals()
    if until_empty:
        worker.run()
        return
    with Clock((*HOURLY, *hourly)):
        worker.run()


def forget_old() -> None:
    """Throw away the records of tasks that ended long ago."""
    call_command("prune_db_task_results", min_age_days=DAYS_KEPT, verbosity=0)
