"""Who holds the office's key: giving it on, taking it back, changing it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.offices.queries.key_holders import appointed
from ombud.offices.queries.memberships import is_deputy_of
from ombud.privacy.actions import offices, people
from ombud.privacy.keyring import Keyring


def why_not_grant(municipality: Municipality, to: User) -> str | None:
    """The reason why the person cannot be given the office's key, or None."""
    person = str(to.pk)
    if person not in appointed(municipality, date.today()):
        return _("Only somebody who is appointed adviser or deputy can be given access to the cases.")
    if person in offices.holders(municipality.code):
        return _("%(name)s has access already.") % {"name": to.name}
    if not people.has_keys(person):
        return _("%(name)s must first log in and choose a passphrase.") % {"name": to.name}
    return None


@transaction.atomic
def grant(*, municipality: Municipality, to: User, keys: Keyring, by: User) -> None:
    """Seal the office's key to a member. It opens from the first day of the appointment to its last.

    Raises ValidationError with the reason, and NoAccess when ``keys`` do not open the office.
    """
    _raise(why_not_grant(municipality, to))
    record("keys.granted", to, by=by, municipality=municipality.code)
    offices.grant(municipality.code, str(to.pk), keys)


def why_not_withdraw(municipality: Municipality, person: User, by: User) -> str | None:
    """The reason why the person's access cannot be taken away, or None: somebody must be left who can open."""
    if is_deputy_of(by, person, municipality, date.today()):
        return _("A deputy takes no adviser's access away.")
    holders = offices.holders(municipality.code)
    if str(person.pk) not in holders:
        return _("%(name)s has no access.") % {"name": person.name}
    if holders & appointed(municipality, date.today()) <= {str(person.pk)}:
        return _("%(name)s is the only one who can open the cases. Give somebody else access first.") % {
            "name": person.name
        }
    return None


@transaction.atomic
def withdraw(*, municipality: Municipality, person: User, keys: Keyring, by: User) -> None:
    """Take the key away and change it at once, so that what is written from now on does not open with the old one.

    Raises ValidationError with the reason, and NoAccess when ``keys`` do not open the office: then nothing is taken.
    """
    _raise(why_not_withdraw(municipality, person, by))
    keys.office_seals(municipality.code)
    record("keys.withdrawn", person, by=by, municipality=municipality.code)
    offices.withdraw(municipality.code, str(person.pk))
    if keys.person != str(person.pk):
        _rotate(municipality, keys, by)


def why_not_renew(municipality: Municipality, person: User, by: User) -> str | None:
    """The reason why a colleague's lost keys cannot be taken away, or None."""
    if str(by.pk) not in offices.holders(municipality.code):
        return _("You have no access to the cases yourself, so you cannot give it.")
    if is_deputy_of(by, person, municipality, date.today()):
        return _("A deputy takes no adviser's access away.")
    if person == by:
        return _("Use your own recovery code, or the office's recovery kit.")
    if str(person.pk) not in appointed(municipality, date.today()) or not people.has_keys(str(person.pk)):
        return _("%(name)s has no keys to take away.") % {"name": person.name}
    if _serves_elsewhere(person, by):
        return _(
            "%(name)s opens the cases of another municipality with the same keys, so you cannot take them away. "
            "Its recovery kit, or yours, lets %(name)s begin anew."
        ) % {"name": person.name}
    return None


def _serves_elsewhere(person: User, by: User) -> bool:
    """Whether the person's keys open an office that ``by`` has no key to."""
    elsewhere = offices.held(str(person.pk)) - offices.held(str(by.pk))
    there = Municipality.objects.filter(code__in=elsewhere)
    return any(str(person.pk) in appointed(municipality, date.today()) for municipality in there)


@transaction.atomic
def renew(*, municipality: Municipality, person: User, keys: Keyring, by: User) -> None:
    """A colleague has lost passphrase and code: their keys, of no use to anybody, are taken away, everywhere.

    They choose a passphrase anew and are given access anew. Raises ValidationError, and NoAccess when ``keys`` do not
    open the office.
    """
    _raise(why_not_renew(municipality, person, by))
    keys.office_seals(municipality.code)
    record("keys.forgotten", person, by=by, municipality=municipality.code)
    people.forget_keys(str(person.pk))


@transaction.atomic
def rotate(*, municipality: Municipality, keys: Keyring, by: User) -> None:
    """Change the office's key, for everybody who is appointed and holds it."""
    _rotate(municipality, keys, by)


@transaction.atomic
def settle(*, municipality: Municipality, keys: Keyring, by: User) -> bool:
    """What is due when a member unlocks: a key sent to them is taken over, and changed when somebody serves no more.

    True when the key was changed. Who holds no key to the office settles nothing.
    """
    code, members = municipality.code, appointed(municipality, date.today())
    if keys.person not in offices.holders(code):
        return False
    if offices.rotation_due(code, members):
        record("keys.rotated", municipality, by=by, municipality=code)
    return offices.settle(code, keys, members)


def _rotate(municipality: Municipality, keys: Keyring, by: User) -> None:
    record("keys.rotated", municipality, by=by, municipality=municipality.code)
    members = offices.holders(municipality.code) & appointed(municipality, date.today())
    offices.rotate(municipality.code, keys, members)


def _raise(reason: str | None) -> None:
    if reason is not None:
        raise ValidationError(reason)
