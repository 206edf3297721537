"""Having a picture or a PDF drawn by the limited child process. What is in the document stays out of this process."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from ombud.readers.previews.kinds import Kind

LARGEST = 50_000_000
"""Bytes of a document that is shown; a larger one is a download only."""
LARGEST_ANSWER = 20_000_000
SECONDS = 6.0
"""On the clock, however little of the processor the child gets."""
AT_ONCE = 2
"""Children that draw at the same time; the others wait for their turn."""
SECONDS_OF_WAITING = 10
PNG = b"\x89PNG\r\n\x1a\n"
_turns = threading.BoundedSemaphore(AT_ONCE)


class NoPreview(Exception):
    """The document cannot be shown: damaged, protected, too large, or made to do harm."""


@dataclass(frozen=True)
class Look:
    """``pages``: how many can be drawn, at least one."""

    pages: int


def look(kind: Kind, content: Iterable[bytes]) -> Look:
    """Open the document and count. Raises NoPreview."""
    answer = _ask(kind, "look", 0, content)
    if not (answer.isdigit() and len(answer) < 10 and int(answer)):
        raise NoPreview
    return Look(int(answer))


def draw(kind: Kind, content: Iterable[bytes], page: int) -> bytes:
    """The page, counted from 0, as PNG. Raises NoPreview."""
    answer = _ask(kind, "draw", page, content)
    if not answer.startswith(PNG):
        raise NoPreview
    return answer


def _ask(kind: Kind, task: str, page: int, content: Iterable[bytes]) -> bytes:
    if not _turns.acquire(timeout=SECONDS_OF_WAITING):
        raise NoPreview
    try:
        return _answer([str(kind), task, str(page)], content)
    finally:
        _turns.release()


def _answer(task: list[str], content: Iterable[bytes]) -> bytes:
    command = [sys.executable, "-I", "-m", f"{__package__}.child", *task]
    ends = time.monotonic() + SECONDS
    with subprocess.Popen(  # noqa: S603 (this program's own words, no shell)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/"
    ) as child:
        watch = threading.Timer(ends - time.monotonic(), child.kill)
        watch.start()
        try:
            answer = _talk(child, content)
            child.wait()
        finally:
            child.kill()
            watch.cancel()
    if child.returncode != 0:
        raise NoPreview
    return answer


def _talk(child: "subprocess.Popen[bytes]", content: Iterable[bytes]) -> bytes:
    """Give the document and take the answer. The child answers only after it has read everything."""
    given = 0
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        for piece in content:
            given += len(piece)
            if given > LARGEST:
                raise NoPreview
            child.stdin.write(piece)
        child.stdin.close()
    except BaseException as problem:
        _forget(child.stdin)
        if isinstance(problem, BrokenPipeError):
            raise NoPreview from None
        raise
    answer = child.stdout.read(LARGEST_ANSWER + 1)
    if len(answer) > LARGEST_ANSWER:
        raise NoPreview
    return answer


def _forget(pipe: IO[bytes]) -> None:
    """Close a pipe that nobody reads any more, with what was not yet written into it."""
    if pipe.closed:
        return
    descriptor = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(descriptor, pipe.fileno())
    finally:
        os.close(descriptor)
    pipe.close()
