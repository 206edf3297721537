"""`ombud account EMAIL`: an adviser who may log in. A password that is not given is made and printed once."""

import secrets
import sys
from argparse import Namespace
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality
from ombud.config.commands.office import office
from ombud.config.commands.refusals import Refused


def add(commands: Any) -> None:
    parser = commands.add("account", run, _("make an account for an adviser"))
    parser.add_argument("email", metavar=_("EMAIL"), help=_("the address to log in with"))
    parser.add_argument("--name", required=True, metavar=_("NAME"), help=_("the person's name"))
    add_municipality(parser)
    parser.add_argument("--password-from-stdin", action="store_true", help=_("read the password from standard input"))


def run(options: Namespace) -> None:
    given = sys.stdin.readline().rstrip("\r\n") if options.password_from_stdin else ""
    if options.password_from_stdin and not given:
        raise Refused(_("No password came on standard input."))
    with office(options.municipality) as municipality:
        from ombud.identity.models import User

        known = User.objects.filter(email=options.email.strip().lower()).exists()
        if known and given:
            raise Refused(_("%(email)s has an account already and keeps its password.") % {"email": options.email})
        password = given or new_password()
        made = make_adviser(email=options.email, name=options.name, password=password, municipality=municipality)
        place = {"name": made.name, "municipality": municipality.name}
        print(_("%(name)s may now log in and serves %(municipality)s.") % place)
        if not given and not known:
            print(_("Password, shown this once: %(password)s") % {"password": password})


def new_password() -> str:
    """Four groups of five letters and digits that cannot be mistaken for one another: about 98 bits."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _place in range(5)) for _group in range(4))


@transaction.atomic
def make_adviser(*, email: str, name: str, password: str, municipality: Any) -> Any:
    """The account, made unless there is one with the address, and appointed from today."""
    from ombud.identity.actions import make_account
    from ombud.identity.models import User
    from ombud.offices.actions.memberships import appoint

    user = User.objects.filter(email=email.strip().lower()).first()
    user = user or make_account(email=email, name=name, password=password)
    appoint(user=user, municipality=municipality, starts_on=date.today(), by=None)
    return user
