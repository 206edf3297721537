"""People with keys: what the set-up pages do, by the actions themselves."""

from datetime import date

from django.test import Client

from ombud.desk.unlocking import COOKIE
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.offices.queries.memberships import case_offices_of, fingerprint
from ombud.privacy import unlocked
from ombud.privacy.actions.kits import confirm_kit, make_kit, typed_back
from ombud.privacy.actions.offices import grant, has_office_key, make_office_key
from ombud.privacy.actions.people import has_keys, make_user_key, unlock
from ombud.privacy.keyring import Keyring

PASSPHRASE = "kun til afprøvning, femten tegn"


def keyring_of(user: User) -> Keyring:
    """The keys of somebody who has just unlocked; made at the first call."""
    person = str(user.pk)
    key = unlock(person, PASSPHRASE) if has_keys(person) else make_user_key(person, PASSPHRASE)[0]
    return Keyring(person, key, case_offices_of(user, date.today()))


def set_up_keys(municipality: Municipality, first: User, *others: User) -> Keyring:
    """An office ready for cases: key, recovery kit confirmed, and everybody else granted. Returns the first's keys."""
    keys, office = keyring_of(first), municipality.code
    if not has_office_key(office):
        make_office_key(office, keys)
        codes = make_kit(office, keys, "envelope")
        confirm_kit(office, " ".join(typed_back(code) for code in codes))
    for other in others:
        keyring_of(other)
        grant(office, str(other.pk), keys)
    return keys


def unlock_browser(client: Client, user: User) -> None:
    """What the page ``unlock`` does after the right passphrase."""
    session, user_key = client.session, unlock(str(user.pk), PASSPHRASE)
    client.cookies[COOKIE] = unlocked.remember(session, str(user.pk), user_key, fingerprint(user, date.today()))
    session.save()
