"""The set-up of keys, walked as a new office, a new member and somebody who left half-way."""

import pytest
from django.test import Client
from django.urls import reverse

from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.privacy.actions.kits import kit_state
from ombud.privacy.actions.offices import holders
from tests.desk.keys.conftest import PASSPHRASE, groups, make_person, unlock

BEGIN = "/0165/keys/begin/"


def choose(client: Client, passphrase: str = PASSPHRASE, again: str = PASSPHRASE) -> str:
    return str(
        client.post(BEGIN + "passphrase/", {"passphrase": passphrase, "again": again}, follow=True).content, "utf-8"
    )


def test_a_new_office_walks_through(bo: Client, adviser_of_albertslund: User) -> None:
    assert (
        "step 1" in bo.get(BEGIN, follow=True).content.decode()
        or "trin 1" in bo.get(BEGIN, follow=True).content.decode()
    )
    page = choose(bo)
    code = groups(page)
    assert len(code) == 16
    assert bo.post(BEGIN + "code/", {"part_1": "AAAA BBBB"}).status_code == 422
    response = bo.post(BEGIN + "code/", {"part_1": " ".join(code[-2:]).lower()}, follow=True)
    assert response.request["PATH_INFO"] == BEGIN + "kit/"
    assert kit_state("0165") == "none"
    kit = groups(bo.post(BEGIN + "kit/", {"kind": "shares"}, follow=True).content.decode())
    assert len(kit) == 48
    assert kit_state("0165") == "printed"
    parts = {f"part_{n + 1}": " ".join(kit[16 * n + 14 : 16 * n + 16]) for n in range(3)}
    wrong = parts | {"part_2": "AAAA BBBB"}
    assert "part_2" in bo.post(BEGIN + "kit/", wrong).context["form"].errors
    assert kit_state("0165") == "printed"
    response = bo.post(BEGIN + "kit/", parts, follow=True)
    assert response.request["PATH_INFO"] == BEGIN + "done/"
    assert kit_state("0165") == "confirmed"
    assert holders("0165") == {str(adviser_of_albertslund.pk)}


def test_after_it_is_confirmed_a_code_is_shown_nowhere(bo: Client) -> None:
    code = groups(choose(bo))
    assert bo.get("/keys/sheet/code/")["Content-Type"] == "application/pdf"
    bo.post(BEGIN + "code/", {"part_1": " ".join(code[-2:])})
    assert bo.get("/keys/sheet/code/").status_code == 404
    for address in (BEGIN + "code/", "/keys/code/", "/keys/", BEGIN + "kit/"):
        assert code[3] not in bo.get(address, follow=True).content.decode()


def test_the_codes_lie_sealed_in_the_session(bo: Client) -> None:
    code = groups(choose(bo))
    kept = str(dict(bo.session))
    assert not [group for group in code if group in kept]
    assert "keys_pending" in kept


@pytest.mark.parametrize(
    ("passphrase", "again", "field"),
    [
        ("kort", "kort", "passphrase"),
        (PASSPHRASE, PASSPHRASE + "x", "again"),
        ("aaaaaaaaaaaaaaaaaaaa",) * 2 + ("passphrase",),
    ],
)
def test_a_weak_or_mistyped_passphrase_makes_no_keys(bo: Client, passphrase: str, again: str, field: str) -> None:
    page = bo.get(BEGIN + "passphrase/")
    suggestion = page.context["suggestion"]
    given = {"passphrase": passphrase, "again": again, "suggestion": suggestion}
    response = bo.post(BEGIN + "passphrase/", given)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert suggestion in response.content.decode()
    assert passphrase not in response.content.decode() or passphrase == "kort"
    assert bo.get(BEGIN).headers["Location"] == BEGIN + "why/"


def test_it_can_be_left_and_come_back_to(bo: Client, adviser_of_albertslund: User) -> None:
    choose(bo)
    bo.logout()
    bo.force_login(adviser_of_albertslund)
    assert bo.get(BEGIN).headers["Location"] == BEGIN + "code/"
    assert bo.get(BEGIN + "code/").headers["Location"].startswith(reverse("unlock"))
    unlock(bo)
    page = bo.get(BEGIN + "code/").content.decode()
    assert not groups(page)
    code = groups(bo.post(BEGIN + "code/", {"passphrase": PASSPHRASE}, follow=True).content.decode())
    assert len(code) == 16


def test_no_step_is_skipped(bo: Client) -> None:
    for name in ("code", "kit", "done", "wait"):
        assert bo.get(BEGIN + name + "/").status_code == 302
    assert bo.get(BEGIN + "nonsense/").status_code == 404


def test_a_new_member_waits_for_access(
    client: Client, ready: object, adviser_of_both: User, albertslund: Municipality
) -> None:
    client.force_login(adviser_of_both)
    make_person(adviser_of_both)
    unlock(client)
    assert client.get(BEGIN).headers["Location"] == BEGIN + "wait/"
    assert client.get(BEGIN + "wait/").status_code == 200
    assert client.get(BEGIN + "kit/").headers["Location"] in (BEGIN, BEGIN + "wait/")
