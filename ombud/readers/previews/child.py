"""The child process that draws: ``python -m ombud.readers.previews.child KIND TASK PAGE``, a file in, a picture out.

It meets files made to do harm, in libraries written in C. So it has no key, no database and no setting, gets the
document through a pipe, and before it reads the first byte of it gives up the right to open any file or connection, to
write a file, to start a process, and to use more memory and time than a picture needs.
"""

import ctypes
import importlib
import resource
import signal
import sys

MEMORY = 900_000_000
"""Bytes of address space."""
SECONDS = 1.5
"""Of the processor. The kernel ends the process when they are used up, whatever it is doing."""
OPEN_FILES = 3
"""Input, output and errors: no fourth one can be opened, neither a file nor a connection."""
NO_NEW_PRIVILEGES = 38
REFUSED = 3


def main() -> int:
    kind, task, page = sys.argv[1], sys.argv[2], int(sys.argv[3])
    artist = importlib.import_module(f"ombud.readers.previews.{'pdf' if kind == 'pdf' else 'pictures'}")
    give_up_rights()
    content = sys.stdin.buffer.read()
    try:
        found = str(artist.look(content)).encode() if task == "look" else artist.draw(content, page)
    except Exception:
        # The message may quote the document: only that it was refused leaves this process.
        return REFUSED
    sys.stdout.buffer.write(found)
    return 0


def give_up_rights() -> None:
    """For good: neither limit can be raised again."""
    ctypes.CDLL(None).prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, 2),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        resource.setrlimit(what, (most, most))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)


if __name__ == "__main__":
    sys.exit(main())
