"""Work by the clock is done beside the queue, and one that fails does not stop the others."""

import threading

from ombud.audit.keeping import keep_heads
from ombud.jobs.clock import HOURLY, Clock


def test_each_is_called_again_and_again_though_another_fails() -> None:
    done = threading.Semaphore(0)

    def fails() -> None:
        raise RuntimeError

    with Clock([fails, done.release], seconds=0.01):
        assert all(done.acquire(timeout=5) for _time in range(3))
    while done.acquire(blocking=False):
        pass
    assert not done.acquire(timeout=0.1), "it went on after its end"


def test_the_heads_of_the_log_are_among_the_work() -> None:
    assert keep_heads in HOURLY
