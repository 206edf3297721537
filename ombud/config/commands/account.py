"""`ombud account EMAIL`: a person who may log in, and a role. A password not given is made and printed once."""

import secrets
import sys
from argparse import Namespace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality
from ombud.config.commands.office import office
from ombud.config.commands.period import day_of
from ombud.config.commands.refusals import Refused


def add(commands: Any) -> None:
    from ombud.offices.models import Membership

    parser = commands.add("account", run, _("make an account and give it a role"))
    parser.add_argument("email", metavar=_("EMAIL"), help=_("the address to log in with"))
    parser.add_argument("--name", required=True, metavar=_("NAME"), help=_("the person's name"))
    add_municipality(parser)
    roles = Membership.Role.values
    parser.add_argument("--role", choices=roles, default="adviser", help=_("what the person may do (adviser)"))
    parser.add_argument("--from", dest="first", metavar=_("DATE"), help=_("first day of the role (today)"))
    parser.add_argument("--until", dest="last", metavar=_("DATE"), help=_("last day of the role; a deputy has one"))
    parser.add_argument("--password-from-stdin", action="store_true", help=_("read the password from standard input"))


def run(options: Namespace) -> None:
    given = sys.stdin.readline().rstrip("\r\n") if options.password_from_stdin else ""
    if options.password_from_stdin and not given:
        raise Refused(_("No password came on standard input."))
    first = day_of("--from", options.first) if options.first else date.today()
    last = day_of("--until", options.last) if options.last else None
    with office(options.municipality) as municipality:
        from ombud.identity.models import User
        from ombud.offices.actions.people import take_in

        known = User.objects.filter(email=options.email.strip().lower()).exists()
        if known and given:
            raise Refused(_("%(email)s has an account already and keeps its password.") % {"email": options.email})
        password = given or new_password()
        taken = take_in(
            email=options.email, name=options.name, password=password, municipality=municipality, by=None,
            role=options.role, starts_on=first, ends_on=last,
        )  # fmt: skip
        _tell(taken.membership)
        if taken.made and not given:
            print(_("Password, shown this once: %(password)s") % {"password": password})


def _tell(membership: Any) -> None:
    from ombud.offices.roles import sentence

    told = {
        "name": membership.user.name,
        "municipality": membership.municipality.name,
        "role": membership.get_role_display(),
    }
    print(_("%(name)s may now log in and serves %(municipality)s. Role: %(role)s.") % told)
    print(sentence(membership.role))


def new_password() -> str:
    """Four groups of five letters and digits that cannot be mistaken for one another: about 98 bits."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _place in range(5)) for _group in range(4))


def make_adviser(*, email: str, name: str, password: str, municipality: Any) -> Any:
    """The account, made unless there is one with the address, and appointed adviser from today."""
    from ombud.offices.actions.people import take_in

    taken = take_in(
        email=email, name=name, password=password, municipality=municipality, by=None,
        role="adviser", starts_on=date.today(), ends_on=None,
    )  # fmt: skip
    return taken.membership.user
