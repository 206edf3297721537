"""`ombud backup --to FOLDER`: a copy of the content and a copy of the keys, apart."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.config.commands.installation import make_ready


def add(commands: Any) -> None:
    parser = commands.add("backup", run, _("copy the content and the keys, in two files apart"))
    place = {"type": Path, "metavar": _("FOLDER")}
    parser.add_argument("--to", required=True, **place, help=_("where to put the copies"))
    parser.add_argument("--keys-to", **place, help=_("another place for the copy of the keys (better)"))


def run(options: Namespace) -> None:
    from ombud.config.commands.backups.making import KEYS_KEPT, make_backup

    make_ready()
    content, keys = make_backup(options.to, options.keys_to or options.to, timezone.now())
    print(_("Content: %(file)s") % {"file": content})
    print(_("Keys: %(file)s") % {"file": keys})
    print(_("Copies of the keys older than %(days)d days are overwritten.") % {"days": KEYS_KEPT.days})
    if not settings.BACKUP_RECIPIENT:
        print(_("The copies are not encrypted as a whole; set BACKUP_RECIPIENT to an age public key."))
