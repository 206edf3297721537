"""What an office tells of itself, and the words that are nobody's name there."""

from itertools import chain

from ombud.core.identities.known import Allowed
from ombud.core.identities.patterns import is_private
from ombud.identity.models import User
from ombud.offices.models import Department, DepartmentAlias, Municipality, Theme
from ombud.offices.queries.municipalities import current_municipality

NAMES = ("name", "name_en")


def allowed_now(author: str = "") -> Allowed:
    """Of the municipality in scope: its people with their e-mail addresses, its author, departments, themes and the
    bodies it refers to. ``author`` is the one on the title page.
    """
    office = current_municipality()
    people = list(User.objects.filter(memberships__municipality=office).distinct())
    return Allowed(
        names=tuple(filter(None, (author, office.author, *(person.name for person in people)))),
        mails=tuple(person.email for person in people),
        domains=frozenset(person.email.rpartition("@")[2] for person in people if not is_private(person.email)),
        words=frozenset(filter(None, _words(office))),
    )


def department_names() -> list[str]:
    """All names that the departments and their units go by."""
    names = chain.from_iterable(Department.objects.values_list(*NAMES))
    return list(dict.fromkeys(filter(None, chain(names, DepartmentAlias.objects.values_list("name", flat=True)))))


def _words(office: Municipality) -> "chain[str]":
    themes = chain.from_iterable(Theme.objects.values_list(*NAMES))
    return chain((office.name, office.office), map(str, office.outside_bodies), department_names(), themes)
