"""Who may do what: the one table of roles and permissions, with a sentence for each role.

A permission opens pages; it never opens a case file. That takes a key, which an adviser gives in an unlocked session.
"""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombud.offices.models import Membership

Role = Membership.Role


class Permission(StrEnum):
    """What a page asks for."""

    REGISTER = "register"
    """See, make and correct registrations, appeal decisions and imports."""
    CASES = "cases"
    """Come to the case files; opening one also takes a key."""
    DRILL = "drill"
    """Open the registrations behind a number."""
    STATISTICS = "statistics"
    """See the office's own, unprotected numbers and change how they are counted."""
    REPORTS = "reports"
    """Write reports, freeze and publish editions."""
    SET_UP = "set_up"
    """Change the code lists."""
    MEMBERS = "members"
    """Give and end roles, make accounts."""
    LOG = "log"
    """See the skeleton of the log."""
    EDITIONS = "editions"
    """Read published editions."""
    OFFICE_FILES = "office_files"
    """Fetch a published edition as a Word and an Excel file too, not only as a web page and a PDF."""
    DEFINITIONS = "definitions"
    """Read the definitions and the figures taken over from reports already published."""


P = Permission
MAY: dict[Role, frozenset[Permission]] = {
    Role.ADVISER: frozenset(P),
    Role.DEPUTY: frozenset(P) - {P.MEMBERS},
    Role.ASSISTANT: frozenset({P.REGISTER, P.EDITIONS, P.OFFICE_FILES}),
    Role.STATISTICS_READER: frozenset({P.EDITIONS, P.OFFICE_FILES, P.DEFINITIONS}),
    Role.DEPARTMENT_CONTACT: frozenset(),
    Role.COUNCIL_READER: frozenset({P.EDITIONS}),
    Role.ADMINISTRATOR: frozenset({P.SET_UP, P.MEMBERS, P.LOG}),
}

OPEN_CASES = frozenset(role for role, may in MAY.items() if P.CASES in may)
"""The roles that may hold keys to cases."""

SENTENCES: dict[Role, Promise] = {
    Role.ADVISER: _(
        "Does all the work of the office: registrations, case files, statistics, reports, set-up and who serves."
    ),
    Role.DEPUTY: _("Does the adviser's work from one day to another, case files included, but gives nobody a role."),
    Role.ASSISTANT: _("Registers and imports enquiries. Opens no case file, no statistics and no report draft."),
    Role.STATISTICS_READER: _("Reads published reports, definitions and figures published earlier. No registrations."),
    Role.DEPARTMENT_CONTACT: _("Answers for a department. Sees nothing here until the departments' portal is there."),
    Role.COUNCIL_READER: _("Reads the published reports and nothing else."),
    Role.ADMINISTRATOR: _(
        "Keeps code lists, accounts and roles, and sees the bare log. Opens no registration and no case file, and "
        "cannot give himself a role."
    ),
}


def may(role: str, permission: Permission) -> bool:
    """Whether the role has the permission. A role that is not in the table has none."""
    return permission in MAY.get(role, frozenset())  # type: ignore[call-overload]


def sentence(role: str) -> str:
    """What the role does and does not do, as the page tells it where the role is given."""
    return str(SENTENCES[Role(role)])
