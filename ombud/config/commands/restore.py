"""`ombud restore --content FILE --keys FILE`: puts a backup into an empty place."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.config.commands.refusals import Refused


def add(commands: Any) -> None:
    parser = commands.add("restore", run, _("put a backup into an empty place"))
    given = {"type": Path, "metavar": _("FILE")}
    parser.add_argument("--content", **given, help=_("the copy of the content"))
    parser.add_argument("--keys", **given, help=_("the copy of the keys"))
    parser.add_argument("--identity", **given, help=_("the age secret key to encrypted copies"))


def run(options: Namespace) -> None:
    from ombud.config.commands.backups.restoring import restore
    from ombud.config.commands.backups.sets import identity_of

    if options.content is None and options.keys is None:
        raise Refused(_("Give both sets: --content and --keys."))
    identity = identity_of(options.identity.read_text()) if options.identity else None
    mended = restore(options.content, options.keys, identity, timezone.now())
    print(_("The backup is restored, and everybody is logged out."))
    destroyed = mended.destroyed_again + mended.finished
    if destroyed:
        print(_("Destroyed again, as the ledger says: %(count)d") % {"count": destroyed})
    if mended.without_key:
        print(_("Cases without a key, which nobody can open: %(count)d") % {"count": len(mended.without_key)})
