"""Giving access, taking it away, deputies with dates, handing over, changing the key."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from ombud.audit.models import Event
from ombud.desk.unlocking import keyring_of
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Membership, Municipality
from ombud.privacy.actions import people
from ombud.privacy.actions.offices import holders
from ombud.privacy.models import OfficeKey
from ombud.privacy.sealing.errors import NoAccess
from tests.desk.keys.conftest import PASSPHRASE, make_office, make_person, unlock

PEOPLE = "/0165/keys/"
TODAY = date.today()


@pytest.fixture
def asta(adviser_of_both: User) -> User:
    """The other adviser: has keys, and no access yet."""
    make_person(adviser_of_both, PASSPHRASE + " asta")
    return adviser_of_both


@pytest.fixture
def desk(bo: Client, ready: object) -> Client:
    unlock(bo)
    return bo


def press(client: Client, what: str, user: User, **given: str) -> str:
    return client.post(reverse(f"keys-{what}", args=["0165", user.pk]), given, follow=True).content.decode()


def version() -> int:
    return OfficeKey.objects.get(office="0165", retired_at=None).version


def opens(user: User, passphrase: str = PASSPHRASE + " asta") -> bool:
    try:
        keyring_of(user, people.unlock(str(user.pk), passphrase)).office_seals("0165")
    except NoAccess:
        return False
    return True


def test_an_appointment_alone_opens_nothing(desk: Client, asta: User) -> None:
    assert not opens(asta)
    press(desk, "grant", asta)
    assert opens(asta)
    assert Event.objects.filter(action="keys.granted", municipality="0165", noun_id=str(asta.pk)).count() == 1


def test_both_see_the_same_letters_before_access_is_given(desk: Client, asta: User) -> None:
    """IT can log in as a colleague who has no keys yet and choose a passphrase first: the letters tell."""
    page = Client()
    page.force_login(asta)
    hers = re.search(r"<strong>((?:[A-Z2-9]{4} ?){4})</strong>", page.get("/0165/keys/begin/wait/").content.decode())
    assert hers
    assert f"<strong>{hers[1]}</strong>" in desk.get(PEOPLE).content.decode()
    people.forget_keys(str(asta.pk))
    make_person(asta, PASSPHRASE + " asta")
    shown = desk.get(PEOPLE).content.decode()
    assert hers[1] not in shown
    assert people.check_letters(str(asta.pk)) in shown
    press(desk, "grant", asta)
    assert people.check_letters(str(asta.pk)) not in desk.get(PEOPLE).content.decode()


def test_who_has_no_keys_or_no_role_is_given_nothing(desk: Client, adviser_of_both: User, stranger: User) -> None:
    press(desk, "grant", adviser_of_both)
    assert str(adviser_of_both.pk) not in holders("0165")
    assert desk.post(reverse("keys-grant", args=["0165", stranger.pk])).status_code == 404


def test_who_has_no_access_cannot_give_it(
    client: Client, ready: object, asta: User, adviser_of_albertslund: User
) -> None:
    client.force_login(asta)
    unlock(client, PASSPHRASE + " asta")
    press(client, "grant", asta)
    assert holders("0165") == {str(adviser_of_albertslund.pk)}
    client.post(reverse("keys-rotate", args=["0165"]))
    assert version() == 1


def test_who_has_no_access_cannot_take_it(
    client: Client, desk: Client, asta: User, adviser_of_albertslund: User, stranger: User, albertslund: Municipality
) -> None:
    """An adviser without the key, appointed by an administrator perhaps, takes nobody's away."""
    press(desk, "grant", asta)
    appoint(user=stranger, municipality=albertslund, by=None)
    make_person(stranger, PASSPHRASE + " carla")
    puppet = Client()
    puppet.force_login(stranger)
    unlock(puppet, PASSPHRASE + " carla")
    press(puppet, "withdraw", asta)
    assert holders("0165") == {str(adviser_of_albertslund.pk), str(asta.pk)}
    assert version() == 1


def test_access_is_taken_away_and_the_key_changed(desk: Client, asta: User) -> None:
    press(desk, "grant", asta)
    assert "disabled" not in desk.get(reverse("keys-withdraw", args=["0165", asta.pk])).content.decode()
    press(desk, "withdraw", asta)
    assert not opens(asta)
    assert version() == 2


def test_the_last_one_keeps_access(desk: Client, adviser_of_albertslund: User) -> None:
    response = desk.post(reverse("keys-withdraw", args=["0165", adviser_of_albertslund.pk]))
    assert response.status_code == 422
    assert holders("0165") == {str(adviser_of_albertslund.pk)}


def deputy(user: User, municipality: Municipality, first: int, last: int) -> None:
    Membership.objects.filter(user=user, municipality=municipality).delete()
    days = {"starts_on": TODAY + timedelta(days=first), "ends_on": TODAY + timedelta(days=last)}
    appoint(user=user, municipality=municipality, by=None, role=Membership.Role.DEPUTY, **days)


@pytest.mark.parametrize(("first", "last", "expected"), [(1, 9, False), (0, 0, True), (-9, 0, True)])
def test_a_deputy_opens_within_the_dates(
    desk: Client, asta: User, albertslund: Municipality, first: int, last: int, expected: bool
) -> None:
    deputy(asta, albertslund, first, last)
    press(desk, "grant", asta)
    assert str(asta.pk) in holders("0165")
    assert opens(asta) is expected
    page = Client()
    page.force_login(asta)
    unlock(page, PASSPHRASE + " asta")
    assert page.get(PEOPLE).status_code == (200 if expected else 404)


def test_after_the_last_day_the_next_unlock_changes_keys(desk: Client, asta: User, albertslund: Municipality) -> None:
    deputy(asta, albertslund, -9, 0)
    press(desk, "grant", asta)
    assert opens(asta)
    Membership.objects.filter(user=asta, municipality=albertslund).update(ends_on=TODAY - timedelta(days=1))
    assert not opens(asta)
    assert str(asta.pk) in holders("0165")
    desk.post(reverse("keys-lock"))
    unlock(desk)
    assert str(asta.pk) not in holders("0165")
    assert version() == 2
    assert Event.objects.filter(action="keys.rotated").count() == 1


def test_a_deputy_of_tomorrow_keeps_the_key_given_before(desk: Client, asta: User, albertslund: Municipality) -> None:
    deputy(asta, albertslund, 1, 9)
    press(desk, "grant", asta)
    desk.post(reverse("keys-lock"))
    unlock(desk)
    assert str(asta.pk) in holders("0165")
    assert version() == 1


def test_a_handover_with_a_note_that_only_the_next_reads(desk: Client, asta: User) -> None:
    press(desk, "handover", asta, note="Husk MARKØR-7 hos lægen.")
    assert opens(asta)
    assert "MARKØR-7" not in desk.get(PEOPLE).content.decode()
    page = Client()
    page.force_login(asta)
    unlock(page, PASSPHRASE + " asta")
    shown = page.get(PEOPLE)
    assert "Husk MARKØR-7 hos lægen." in shown.content.decode()
    name = shown.context["notes"][0].name
    assert desk.post(reverse("keys-note", args=["0165"]), {"name": name}).status_code == 404
    page.post(reverse("keys-note", args=["0165"]), {"name": name})
    assert page.get(PEOPLE).context["notes"] == []


@pytest.mark.parametrize("name", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_note_that_is_none(desk: Client, name: str) -> None:
    assert desk.post(reverse("keys-note", args=["0165"]), {"name": name}).status_code == 404


def test_changing_the_key_keeps_everybody(desk: Client, asta: User) -> None:
    press(desk, "grant", asta)
    desk.post(reverse("keys-rotate", args=["0165"]))
    assert version() == 2
    assert opens(asta)


def test_a_colleague_who_lost_everything_begins_anew(desk: Client, asta: User) -> None:
    press(desk, "grant", asta)
    press(desk, "renew", asta)
    assert not people.has_keys(str(asta.pk))
    assert str(asta.pk) not in holders("0165")
    make_person(asta, "et nyt forsøg med fem ord")
    press(desk, "grant", asta)
    assert opens(asta, "et nyt forsøg med fem ord")


def test_a_colleague_takes_no_keys_away_that_open_elsewhere(desk: Client, asta: User, ishoej: Municipality) -> None:
    """Asta serves Ishøj too, of which Bo is to know and to change nothing."""
    press(desk, "grant", asta)
    make_office(asta, people.unlock(str(asta.pk), PASSPHRASE + " asta"), ishoej)
    press(desk, "renew", asta)
    assert people.has_keys(str(asta.pk))
    assert holders("0183") == {str(asta.pk)}


@pytest.mark.parametrize("what", ["withdraw", "renew"])
def test_a_deputy_takes_nothing_from_an_adviser(
    desk: Client, asta: User, adviser_of_albertslund: User, albertslund: Municipality, what: str
) -> None:
    deputy(asta, albertslund, 0, 9)
    press(desk, "grant", asta)
    page = Client()
    page.force_login(asta)
    unlock(page, PASSPHRASE + " asta")
    press(page, what, adviser_of_albertslund)
    assert str(adviser_of_albertslund.pk) in holders("0165")
    assert people.has_keys(str(adviser_of_albertslund.pk))
    press(desk, "withdraw", asta)
    assert holders("0165") == {str(adviser_of_albertslund.pk)}


def test_nobody_takes_their_own_keys_away(desk: Client, adviser_of_albertslund: User) -> None:
    press(desk, "renew", adviser_of_albertslund)
    assert people.has_keys(str(adviser_of_albertslund.pk))
