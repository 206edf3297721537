"""A termination signal reaches the thread that waits, never the one that hands connections over."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from ombud.config.commands.serve import _stop, answer_until_stopped

SECONDS = 20


class Server:
    """Says where it answered, and whether it came to the end of what it was doing when the signal came."""

    def __init__(self) -> None:
        self.thread, self.may_end, self.ended = threading.current_thread(), threading.Event(), threading.Event()

    def serve(self) -> None:
        self.thread = threading.current_thread()
        os.kill(os.getpid(), signal.SIGTERM)
        assert self.may_end.wait(SECONDS)
        self.ended.set()

    def stop(self) -> None:
        self.may_end.set()


@pytest.fixture(autouse=True)
def _stopped_by_a_signal() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, _stop)
    yield
    signal.signal(signal.SIGTERM, before)


def test_a_signal_lets_the_server_end_what_it_hands_over() -> None:
    server = Server()
    with pytest.raises(SystemExit):
        answer_until_stopped(server)
    assert server.thread is not threading.main_thread()
    assert server.ended.wait(SECONDS)


def test_a_second_signal_does_not_break_off_the_stop() -> None:
    server = Server()
    let_end = server.stop

    def stop() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        let_end()

    server.stop = stop  # type: ignore[method-assign]
    with pytest.raises(SystemExit):
        answer_until_stopped(server)
    assert server.ended.wait(SECONDS)
