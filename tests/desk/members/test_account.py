"""A new way in for whoever cannot log in: it gives an identity and opens nothing."""

import pytest
from django.test import Client

from ombud.audit.models import Event
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Membership
from ombud.privacy.actions import people
from ombud.privacy.sealing.errors import NeedsRecovery
from tests.cast import PASSWORD, Cast

PASSPHRASE = "seks rolige heste spiser hø"


def address(person: User) -> str:
    return f"/0165/members/{Membership.objects.get(user=person, municipality__code='0165').pk}/account/"


def test_a_reset_ends_password_and_sessions_and_shows_a_way_in_once(machine_room: Client, cast: Cast) -> None:
    his = Client()
    assert his.login(email=cast.bo.email, password=PASSWORD) or his.force_login(cast.bo) is None
    response = machine_room.post(address(cast.bo))
    assert "/account/password/reset/key/" in response.content.decode()
    assert not User.objects.get(pk=cast.bo.pk).has_usable_password()
    assert his.get("/0165/").status_code == 302
    assert Event.objects.filter(action="account.reset", noun_id=str(cast.bo.pk)).count() == 1


def test_a_reset_opens_nothing(machine_room: Client, cast: Cast) -> None:
    """Whoever takes the way in still needs the recovery code on paper; the passphrase itself is refused too."""
    person = str(cast.bo.pk)
    user_key, code = people.make_user_key(person, PASSPHRASE)
    assert people.unlock(person, PASSPHRASE) == user_key
    machine_room.post(address(cast.bo))
    with pytest.raises(NeedsRecovery):
        people.unlock(person, PASSPHRASE)
    assert people.recover(person, code, "en helt ny adgangssætning 7")[0] == user_key


def test_nobody_resets_their_own(machine_room: Client, administrator: User) -> None:
    before = administrator.password
    assert machine_room.post(address(administrator)).status_code == 422
    assert User.objects.get(pk=administrator.pk).password == before


def test_looking_at_the_page_resets_nothing(machine_room: Client, cast: Cast) -> None:
    assert machine_room.get(address(cast.bo)).status_code == 200
    assert User.objects.get(pk=cast.bo.pk).has_usable_password()


def test_nobody_is_reset_from_another_municipality(machine_room: Client, administrator: User, cast: Cast) -> None:
    """Albertslund gives Ishøj's adviser a role, and would have a way into Ishøj; with a role in both it may."""
    assert machine_room.post(address(cast.asta)).status_code == 422
    assert User.objects.get(pk=cast.asta.pk).has_usable_password()
    appoint(user=administrator, municipality=cast.ishoej, by=None, role=Membership.Role.ADMINISTRATOR)
    assert machine_room.post(address(cast.asta)).status_code == 200
    assert not User.objects.get(pk=cast.asta.pk).has_usable_password()
