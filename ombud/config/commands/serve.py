"""`ombud serve`: the pages, and beside them the process that does long work."""

import signal
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from ombud.config.commands.installation import make_ready
from ombud.config.commands.refusals import Refused
from ombud.readers import Limits

PORT = 8000
LARGEST_REQUEST = Limits().file_bytes + 5_000_000
"""Bytes: the largest file that is read, and what stands around it in a form. Refused before it is received."""


def add(commands: Any) -> None:
    parser = commands.add("serve", run, _("serve the pages and do the long work"))
    add_address(parser)


def add_address(parser: ArgumentParser) -> None:
    """Where to listen, and whether the long work is done beside."""
    parser.add_argument("--host", default="127.0.0.1", metavar=_("ADDRESS"), help=_("address to listen on"))
    parser.add_argument("--port", type=port, default=PORT, metavar=_("PORT"), help=_("port to listen on"))
    parser.add_argument("--no-worker", action="store_true", help=_("the long work is done by `ombud work` elsewhere"))


def run(options: Namespace) -> None:
    from waitress import create_server

    from ombud.config.wsgi import application

    make_ready()
    try:
        server = create_server(application, host=options.host, port=options.port, **server_options())
    except (OSError, OverflowError) as problem:
        place = {"host": options.host, "port": options.port, "problem": problem}
        raise Refused(_("Cannot listen on %(host)s port %(port)s: %(problem)s") % place) from None
    signal.signal(signal.SIGTERM, _stop)
    worker = None if options.no_worker else _worker()
    print(_("Ombud answers on http://%(host)s:%(port)d/") % {"host": options.host, "port": options.port}, flush=True)
    try:
        server.run()
    finally:
        server.close()
        if worker is not None:
            worker.terminate()
            worker.wait()


def server_options() -> dict[str, Any]:
    """How requests are received. What a proxy says of the reader is believed only where there is one: the address
    counts for the limits of log-in, and whether https was spoken decides on HSTS and the links in mails.
    """
    options: dict[str, Any] = {"threads": 8, "ident": None, "max_request_body_size": LARGEST_REQUEST}
    if settings.BEHIND_HTTPS:
        options |= {"trusted_proxy": "*", "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto"}
    return options


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
