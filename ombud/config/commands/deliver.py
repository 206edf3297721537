"""`ombud deliver --municipality CODE < LETTER`: put a letter into an office's inbox, without being able to read it."""

import mimetypes
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality
from ombud.config.commands.office import municipality_of
from ombud.config.commands.refusals import Refused

if TYPE_CHECKING:
    from ombud.intake.letter import Enclosure


def add(commands: Any) -> None:
    parser = commands.add("deliver", run, _("put a letter from standard input into an office's inbox, sealed"))
    add_municipality(parser)
    parser.add_argument("--subject", default="", metavar=_("TEXT"), help=_("what the letter is about"))
    parser.add_argument("--sender", default="", metavar=_("TEXT"), help=_("who wrote it"))
    parser.add_argument("--attach", type=Path, action="append", default=[], metavar=_("FILE"), help=_("a file with it"))


def run(options: Namespace) -> None:
    from django.core.exceptions import ValidationError

    from ombud.intake.actions.inbox import deliver
    from ombud.intake.models import InboxItem
    from ombud.privacy.sealing.errors import NoAccess

    files = [_enclosure(path) for path in options.attach]
    municipality = municipality_of(options.municipality)
    try:
        deliver(
            municipality=municipality,
            text=_typed(),
            subject=options.subject,
            sender=options.sender,
            files=files,
            channel=InboxItem.Channel.COMMAND,
        )
    except ValidationError as refused:
        raise Refused(refused.messages[0]) from None
    except NoAccess:
        message = _("%(municipality)s has no office key yet: an adviser sets it up on the pages first.")
        raise Refused(message % {"municipality": municipality.name}) from None
    print(_("Delivered. Only an adviser of %(municipality)s can read it.") % {"municipality": municipality.name})


def _typed() -> str:
    if sys.stdin.isatty():
        print(_("Type the letter; end it with Ctrl+D."), file=sys.stderr)
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise Refused(_("The letter is not text in UTF-8. Give a file with --attach instead.")) from None


def _enclosure(path: Path) -> "Enclosure":
    from ombud.intake.actions.inbox import MOST_BYTES
    from ombud.intake.letter import Enclosure

    if not path.is_file():
        raise Refused(_("There is no file %(file)s.") % {"file": path})
    if path.stat().st_size > MOST_BYTES:
        raise Refused(_("A letter with its files is at most %(size)d MB.") % {"size": MOST_BYTES // 1_000_000})
    return Enclosure(path.name, mimetypes.guess_type(path.name)[0] or "", path.read_bytes())
