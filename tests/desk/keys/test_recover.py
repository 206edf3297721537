"""A forgotten passphrase, an administrator's reset, and the kit when nobody is left."""

import pytest
from django.test import Client
from django.urls import reverse

from ombud.audit.models import Event
from ombud.desk.unlocking import keyring_of
from ombud.identity.models import User
from ombud.offices.actions.keys import own
from ombud.offices.models import Membership, Municipality
from ombud.privacy.actions import people
from ombud.privacy.actions.offices import holders
from tests.desk.keys.conftest import PASSPHRASE, groups, make_office, make_person, unlock

NEW = "en helt anden sætning med vafler"
RECOVER = "/keys/recover/"
RESCUE = "/0165/keys/rescue/"
ANEW = "/0165/keys/anew/"


def chosen(**more: str) -> dict[str, str]:
    return {"passphrase": NEW, "again": NEW, **more}


def test_the_code_opens_and_is_replaced(bo: Client, ready: tuple[str, list[str]], adviser_of_albertslund: User) -> None:
    code, _kit = ready
    assert bo.get(RECOVER).status_code == 200
    response = bo.post(RECOVER, chosen(code=code.lower().replace(" ", "")), follow=True)
    assert response.request["PATH_INFO"] == "/keys/code/"
    fresh = groups(response.content.decode())
    assert len(fresh) == 16
    assert fresh != code.split()
    bo.post("/keys/code/", {"part_1": "".join(fresh[-2:])})
    assert own.has_confirmed_code(adviser_of_albertslund)
    assert bo.get("/0165/keys/").status_code == 200
    assert bo.post(RECOVER, chosen(code=code)).status_code == 422
    bo.post(reverse("keys-lock"))
    assert bo.post(reverse("unlock"), {"passphrase": PASSPHRASE}).status_code == 422
    unlock(bo, NEW)


@pytest.mark.parametrize("slip", ["short", "letter", "swapped"])
def test_a_slip_of_the_pen_is_told_and_nothing_changes(bo: Client, ready: tuple[str, list[str]], slip: str) -> None:
    code = ready[0]
    typed = {"short": code[:-2], "letter": code[:5] + "0" + code[6:], "swapped": code[5:10] + code[:5] + code[10:]}[
        slip
    ]
    response = bo.post(RECOVER, chosen(code=typed))
    assert response.status_code == 422
    assert typed in response.content.decode()
    assert NEW not in response.content.decode()
    unlock(bo)


def test_the_code_of_somebody_else_opens_nothing(bo: Client, ready: object, adviser_of_both: User) -> None:
    _key, theirs = make_person(adviser_of_both)
    assert bo.post(RECOVER, chosen(code=theirs)).status_code == 422
    assert Event.objects.filter(action="keys.recovery_failed").count() == 1
    unlock(bo)


def test_after_an_administrators_reset_the_code_is_demanded(
    bo: Client, ready: tuple[str, list[str]], adviser_of_albertslund: User
) -> None:
    people.require_recovery(str(adviser_of_albertslund.pk))
    assert bo.get(reverse("unlock")).headers["Location"] == RECOVER
    assert bo.post(reverse("unlock"), {"passphrase": PASSPHRASE}).headers["Location"] == RECOVER
    assert bo.get("/0165/keys/").status_code == 302
    bo.post(RECOVER, chosen(code=ready[0]))
    assert bo.get("/0165/keys/").status_code == 200


def test_changing_the_passphrase_takes_the_old_one(bo: Client, ready: object) -> None:
    page = "/keys/passphrase/"
    assert bo.post(page, chosen(old="forkert forkert forkert")).status_code == 422
    assert bo.post(page, chosen(old=PASSPHRASE)).status_code == 302
    assert bo.post(reverse("unlock"), {"passphrase": PASSPHRASE}).status_code == 422
    unlock(bo, NEW)
    assert Event.objects.filter(action="keys.passphrase_changed").count() == 1


def test_changing_the_passphrase_locks_every_other_window(
    bo: Client, ready: object, adviser_of_albertslund: User
) -> None:
    other = Client()
    other.force_login(adviser_of_albertslund)
    for browser in (bo, other):
        unlock(browser)
        assert browser.get("/0165/keys/").status_code == 200
    bo.post("/keys/passphrase/", chosen(old=PASSPHRASE))
    assert bo.get("/0165/keys/").status_code == 200
    assert other.get("/0165/keys/").status_code == 302


def test_a_new_code_takes_the_passphrase(
    bo: Client, ready: tuple[str, list[str]], adviser_of_albertslund: User
) -> None:
    unlock(bo)
    assert bo.post("/keys/code/", {"passphrase": "forkert forkert forkert"}).status_code == 422
    fresh = groups(bo.post("/keys/code/", {"passphrase": PASSPHRASE}, follow=True).content.decode())
    assert len(fresh) == 16
    assert not own.has_confirmed_code(adviser_of_albertslund)
    assert bo.post(RECOVER, chosen(code=ready[0])).status_code == 422


@pytest.fixture
def asta_alone(client: Client, ready: object, adviser_of_both: User, adviser_of_albertslund: User) -> Client:
    """Asta has keys; the only one who held the office's has left."""
    make_person(adviser_of_both)
    Membership.objects.filter(user=adviser_of_albertslund).delete()
    client.force_login(adviser_of_both)
    unlock(client)
    return client


def test_the_envelope_opens_for_an_appointed_adviser(
    asta_alone: Client, ready: tuple[str, list[str]], adviser_of_both: User
) -> None:
    assert asta_alone.post(RESCUE, {"first": ready[0]}).status_code == 422
    assert Event.objects.filter(action="keys.kit_failed", municipality="0165").count() == 1
    response = asta_alone.post(RESCUE, {"first": ready[1][0]})
    assert response.headers["Location"] == "/0165/keys/kit/"
    assert str(adviser_of_both.pk) in holders("0165")
    assert Event.objects.filter(action="keys.kit_used", municipality="0165").count() == 1


def test_two_shares_open_and_one_does_not(
    client: Client, adviser_of_albertslund: User, adviser_of_both: User, albertslund: Municipality
) -> None:
    user_key, _code = make_person(adviser_of_albertslund)
    first, second, third = make_office(adviser_of_albertslund, user_key, albertslund, "shares")
    make_person(adviser_of_both)
    client.force_login(adviser_of_both)
    unlock(client)
    for given in ({"first": first}, {"first": second, "second": second}):
        assert client.post(RESCUE, given).status_code == 422
    assert str(adviser_of_both.pk) not in holders("0165")
    assert client.post(RESCUE, {"first": third, "second": first}).status_code == 302
    assert str(adviser_of_both.pk) in holders("0165")


def test_the_kit_of_another_municipality_opens_nothing(
    asta_alone: Client, adviser_of_both: User, ishoej: Municipality
) -> None:
    keys = people.unlock(str(adviser_of_both.pk), PASSPHRASE)
    theirs = make_office(adviser_of_both, keys, ishoej)
    assert asta_alone.post(RESCUE, {"first": theirs[0]}).status_code == 422


def test_with_everything_lost_the_kit_gives_new_keys(
    bo: Client, ready: tuple[str, list[str]], adviser_of_albertslund: User
) -> None:
    before = people.unlock(str(adviser_of_albertslund.pk), PASSPHRASE)
    for wrong in (ready[0], ready[1][0][:-1]):
        assert bo.post(ANEW, chosen(first=wrong)).status_code == 422
    assert people.unlock(str(adviser_of_albertslund.pk), PASSPHRASE) == before
    response = bo.post(ANEW, chosen(first=ready[1][0]), follow=True)
    assert len(groups(response.content.decode())) == 16
    user_key = people.unlock(str(adviser_of_albertslund.pk), NEW)
    assert user_key != before
    keyring_of(adviser_of_albertslund, user_key).office_seals("0165")


def test_no_code_of_a_page_stands_in_its_address_or_the_log(bo: Client, ready: tuple[str, list[str]]) -> None:
    bo.post(RECOVER, chosen(code=ready[0]))
    said = str(list(Event.objects.values_list()))
    assert not [group for group in ready[0].split() if group in said]
    assert NEW not in said
