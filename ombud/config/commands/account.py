"""`ombud account EMAIL`: a person who may log in, and a role. A password not given is made and printed once.

With `--reset` a new way in for somebody who cannot log in: the password and the second factor are gone, nothing opens.
"""

import secrets
import sys
from argparse import Namespace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality
from ombud.config.commands.installation import make_ready
from ombud.config.commands.office import office
from ombud.config.commands.period import day_of
from ombud.config.commands.refusals import Refused


def add(commands: Any) -> None:
    from ombud.offices.models import Membership

    parser = commands.add("account", run, _("make an account and give it a role, or reset its log-in"))
    parser.add_argument("email", metavar=_("EMAIL"), help=_("the address to log in with"))
    parser.add_argument("--name", metavar=_("NAME"), help=_("the person's name; needed unless --reset is given"))
    add_municipality(parser)
    roles = Membership.Role.values
    parser.add_argument("--role", choices=roles, help=_("what the person may do (adviser)"))
    parser.add_argument("--from", dest="first", metavar=_("DATE"), help=_("first day of the role (today)"))
    parser.add_argument("--until", dest="last", metavar=_("DATE"), help=_("last day of the role; a deputy has one"))
    parser.add_argument("--password-from-stdin", action="store_true", help=_("read the password from standard input"))
    parser.add_argument(
        "--reset", action="store_true", help=_("take the password and second factor away; opens no case")
    )


def run(options: Namespace) -> None:
    if options.reset:
        _reset(options)
        return
    if not options.name:
        raise Refused(_("The person's name is missing: --name NAME."))
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
            role=options.role or "adviser", starts_on=first, ends_on=last,
        )  # fmt: skip
        _tell(taken.membership)
        if taken.made and not given:
            print(_("Password, shown this once: %(password)s") % {"password": password})


def _reset(options: Namespace) -> None:
    """A new log-in for a member of the municipality. Whoever has keys must give the recovery code on paper."""
    if any((options.name, options.role, options.first, options.last, options.password_from_stdin)):
        raise Refused(_("With --reset only EMAIL and --municipality are given: the role stays as it is."))
    make_ready()
    from ombud.identity.letters import hours_of_link
    from ombud.identity.models import User
    from ombud.offices.actions.people import reset, why_not_reset
    from ombud.offices.queries.memberships import membership_by_code
    from ombud.tenancy.scope import scope

    user = User.objects.filter(email=options.email.strip().lower()).first()
    code = options.municipality.strip().zfill(4)
    membership = membership_by_code(user, code, on=date.today()) if user else None
    if user is None or membership is None:
        told = {"email": options.email, "code": code}
        raise Refused(_("%(email)s has no role in the municipality %(code)s today.") % told)
    if why := why_not_reset(membership, by=None):
        raise Refused(why)
    with scope(membership.municipality):
        path = reset(membership=membership, by=None)
    print(_("The password, the second factor and all sessions of %(name)s are gone.") % {"name": user.name})
    print(_("Case files open only after the recovery code on the person's sheet; this command opens none."))
    said = _("Below this server's address, once and for %(hours)s hours, the person chooses a password here:")
    print(said % {"hours": hours_of_link()})
    print(path)


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
