"""`ombud serve`: the pages, and beside them the process that does long work."""

import signal
import subprocess
import sys
import threading
from argparse import ArgumentParser, Namespace
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands.database_roles import refuse_a_role_above_the_policies
from ombud.config.commands.installation import make_ready
from ombud.config.commands.mending import mend
from ombud.config.commands.refusals import Refused

PORT = 8000


def add(commands: Any) -> None:
    parser = commands.add("serve", run, _("serve the pages and do the long work"))
    add_address(parser)


def add_address(parser: ArgumentParser) -> None:
    """Where to listen, and whether the long work is done beside."""
    parser.add_argument("--host", default="127.0.0.1", metavar=_("ADDRESS"), help=_("address to listen on"))
    parser.add_argument("--port", type=port, default=PORT, metavar=_("PORT"), help=_("port to listen on"))
    parser.add_argument("--no-worker", action="store_true", help=_("the long work is done by `ombud work` elsewhere"))


def run(options: Namespace) -> None:
    from ombud.config.server import PagesServer
    from ombud.config.wsgi import application

    make_ready()
    refuse_a_role_above_the_policies()
    mend()
    server = PagesServer(options.host, options.port, application)
    try:
        server.prepare()
    except (OSError, OverflowError) as problem:
        place = {"host": options.host, "port": options.port, "problem": problem}
        raise Refused(_("Cannot listen on %(host)s port %(port)s: %(problem)s") % place) from None
    signal.signal(signal.SIGTERM, _stop)
    worker = None if options.no_worker else _worker()
    print(_("Ombud answers on http://%(host)s:%(port)d/") % {"host": options.host, "port": options.port}, flush=True)
    try:
        answer_until_stopped(server)
    finally:
        if worker is not None:
            worker.terminate()
            worker.wait()


def answer_until_stopped(server: Any) -> None:
    """Answer in a thread of its own, until a signal reaches this one.

    A signal interrupts the main thread anywhere. In the middle of handing over a connection it would leave one of the
    server's threads asleep for ever, and the stop that waits for it too.
    """
    answering = threading.Thread(target=server.serve, name="pages", daemon=True)
    try:
        answering.start()
        answering.join()
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        server.stop()


def port(text: str) -> int:
    """A port number. ValueError, which argparse tells of, for one that no computer has."""
    number = int(text)
    if not 1 <= number <= 65535:
        raise ValueError(text)
    return number


def _stop(*_: object) -> None:
    """A termination signal ends the server in order, so that the worker is not left behind."""
    raise SystemExit(0)


def _worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "ombud.config.command", "work"])
