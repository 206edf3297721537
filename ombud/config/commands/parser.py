"""The options of all commands, in the reader's language."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombud.config.commands.language import LANGUAGES

COMMANDS = (
    "import_files",
    "example",
    "report",
    "statistics",
    "protect",
    "audit",
    "verdict",
    "serve",
    "work",
    "account",
    "municipality",
    "deliver",
    "log",
    "migrate",
    "backup",
    "restore",
    "demo",
)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options; ``options.run(options)`` does the command. Ends the program with 2 on options that are not right."""
    with _argparse_translated():
        parser = _Parser(prog="ombud", description=_("The system municipal citizens' advisers run their office on."))
        _add_language(parser, default="")
        commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True, dest="command")
        for name in COMMANDS:
            import_module(f"ombud.config.commands.{name}").add(_Commands(commands))
        if not arguments:
            parser.print_help(sys.stderr)
            raise SystemExit(2)
        return parser.parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    """Options are never guessed from their first letters: a script must mean tomorrow what it means today."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False, add_help=False)
        self.add_argument("-h", "--help", action="help", help=_("show this help and stop"))


class _Commands:
    """Adds a command with the option that all of them have."""

    def __init__(self, commands: Any) -> None:
        self._commands = commands

    def add(self, name: str, run: Any, explained: str) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = self._commands.add_parser(name, help=explained, description=explained)
        _add_language(parser, default=argparse.SUPPRESS)
        parser.set_defaults(run=run)
        return parser


def _add_language(parser: argparse.ArgumentParser, default: Any) -> None:
    explained = _("language of messages and of the report (Danish unless stated)")
    parser.add_argument("--language", choices=LANGUAGES, default=default, help=explained)


@contextmanager
def _argparse_translated() -> Iterator[None]:
    """argparse looks its own texts up in two names of its module."""
    before = argparse._, argparse.ngettext  # type: ignore[attr-defined]
    argparse._, argparse.ngettext = _said, ngettext  # type: ignore[attr-defined]
    try:
        yield
    finally:
        argparse._, argparse.ngettext = before  # type: ignore[attr-defined]


def _said(message: str | None) -> str | None:
    return _(message) if message else message
