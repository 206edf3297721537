"""What is sent to a locked page, or after the session ended, is not lost and not readable by anybody else."""

import io
import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import MatterInput, register
from ombud.desk import keeping
from ombud.desk.keys.kept_pages import KeptPage, page_of
from ombud.desk.unlocking import keyring_of
from ombud.identity.models import User
from ombud.intake.models import KeptForm
from ombud.offices.models import Municipality
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.desk.keys.conftest import PASSPHRASE, make_person, unlock

WRITTEN = "MARKØR-31 skrevet i ro og mag\nover to linjer"


@pytest.fixture
def page(ready: object, adviser_of_both: User, albertslund: Municipality) -> str:
    """A sealed page that takes a text: the title of a new case."""
    make_person(adviser_of_both)
    with scope(albertslund):
        enquiry = register(by=adviser_of_both, received_on=date(2024, 4, 10), matters=[MatterInput(None, None)])
    return reverse("cases-new", args=["0165", enquiry.pk])


def kept_row() -> bytes:
    return b"".join(bytes(row.sealed) for row in KeptForm.objects.all())


def hidden(client: Client) -> dict[str, str]:
    """The fields of the first kept form on the page, as the browser would send them."""
    text = client.get(reverse("keys-kept")).content.decode()
    form = text[text.index('name="kept_form"') - 40 :].split("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def test_what_was_sent_to_a_locked_page_is_sealed_shown_and_sent(bo: Client, page: str) -> None:
    response = bo.post(page, {"title": WRITTEN})
    assert response.headers["Location"].startswith(reverse("unlock"))
    assert "MARKØR-31".encode() not in kept_row()
    assert page.encode() not in kept_row()
    response = bo.post(reverse("unlock"), {"passphrase": PASSPHRASE, "next": "/keys/"}, follow=True)
    assert response.request["PATH_INFO"] == reverse("keys-kept")
    assert "MARKØR-31" in response.content.decode()
    again = hidden(bo)
    assert again["title"] == WRITTEN
    assert bo.post(page, again).status_code == 302
    assert not KeptForm.objects.exists()
    assert bo.get(reverse("keys-kept"), {"next": "/keys/"}).headers["Location"] == "/keys/"


def test_what_was_refused_stays_kept(bo: Client, page: str) -> None:
    bo.post(page, {"title": "x" * 30_000})
    unlock(bo)
    assert bo.post(page, hidden(bo)).status_code == 422
    assert KeptForm.objects.count() == 1


def test_locked_again_it_is_kept_once(bo: Client, page: str) -> None:
    bo.post(page, {"title": WRITTEN})
    unlock(bo)
    again = hidden(bo)
    bo.post(reverse("keys-lock"))
    bo.post(page, again)
    assert KeptForm.objects.count() == 1
    unlock(bo)
    assert hidden(bo)["title"] == WRITTEN


def test_it_survives_an_ended_session(bo: Client, page: str, adviser_of_albertslund: User) -> None:
    maker = re.search(r'name="kept_for" value="([^"]+)"', bo.get("/0165/").content.decode())
    assert maker
    bo.logout()
    response = bo.post(page, {"title": WRITTEN, "kept_for": maker[1]})
    assert response.headers["Location"].startswith(reverse("account_login"))
    assert KeptForm.objects.get().person == str(adviser_of_albertslund.pk)
    bo.force_login(adviser_of_albertslund)
    unlock(bo)
    assert hidden(bo)["title"] == WRITTEN


def test_it_survives_a_page_that_is_too_old(ready: object, page: str, adviser_of_albertslund: User) -> None:
    """Logged in anew beside: the old page's token is no longer trusted, yet what it says is sealed to its writer."""
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(adviser_of_albertslund)
    mine = keeping.sign(str(adviser_of_albertslund.pk))
    assert strict.post(page, {"title": WRITTEN, "kept_for": mine}).status_code == 403
    assert KeptForm.objects.get().person == str(adviser_of_albertslund.pk)
    assert strict.post(page, {"title": WRITTEN}).status_code == 403
    assert KeptForm.objects.count() == 1


@pytest.mark.parametrize("maker", ["", "forged", "ImZhbHNlIg:1abc:xyz"])
def test_a_forged_maker_keeps_nothing(client: Client, page: str, maker: str) -> None:
    assert client.post(page, {"title": WRITTEN, "kept_for": maker}).status_code == 302
    assert not KeptForm.objects.exists()


def test_a_colleague_finds_nothing_of_it(bo: Client, page: str, adviser_of_both: User) -> None:
    bo.post(page, {"title": WRITTEN})
    name = str(KeptForm.objects.get().pk)
    other = Client()
    other.force_login(adviser_of_both)
    unlock(other)
    assert other.get(reverse("keys-kept")).status_code == 302
    other.post(reverse("keys-kept-remove"), {"name": name})
    other.post("/0165/keys/rotate/", {"kept_form": name})
    assert KeptForm.objects.filter(pk=name).exists()


def test_it_can_be_taken_away(bo: Client, page: str) -> None:
    bo.post(page, {"title": WRITTEN})
    unlock(bo)
    bo.post(reverse("keys-kept-remove"), {"name": "no uuid"})
    assert KeptForm.objects.exists()
    bo.post(reverse("keys-kept-remove"), {"name": hidden(bo)["kept_form"]})
    assert not KeptForm.objects.exists()


def test_files_are_asked_for_again(bo: Client, page: str) -> None:
    bo.post(page, {"title": WRITTEN, "paper": io.BytesIO(b"MARK-32 inside")})
    assert b"MARK-32" not in kept_row()
    unlock(bo)
    text = bo.get(reverse("keys-kept")).content.decode()
    assert re.search(r'<input class="file-input" type="file" id="[^"]+" name="paper">', text)
    assert 'enctype="multipart/form-data"' in text


def test_secrets_and_empty_forms_are_not_kept(bo: Client, page: str) -> None:
    bo.post(reverse("keys-rescue", args=["0165"]), {"first": "ABCD EFGH"})
    bo.post(reverse("keys-kit", args=["0165"]), {"part_1": "ABCD EFGH"})
    bo.post(page, {"title": "", "once": "abc", "csrfmiddlewaretoken": "x"})
    assert not KeptForm.objects.exists()


def test_nothing_is_kept_without_keys_to_seal_it_to(client: Client, page: str, stranger: User) -> None:
    client.post(page, {"title": WRITTEN, "kept_for": keeping.sign(str(stranger.pk))})
    assert not KeptForm.objects.exists()


def test_the_oldest_go_first(bo: Client, page: str) -> None:
    for number in range(52):
        bo.post(page, {"title": f"nummer {number}"})
    assert KeptForm.objects.count() == 50


def test_the_page_says_where_it_was_typed(bo: Client, page: str, cast: Cast) -> None:
    bo.post(page, {"title": WRITTEN})
    unlock(bo)
    shown = [one.page for one in bo.get(reverse("keys-kept")).context["found"]]
    assert [(one.name, bool(one.row), one.sent_on) for one in shown] == [(_("Open a case file"), True, True)]
    assert [one.municipality for one in shown] == ["Albertslund"]


def test_a_row_of_a_municipality_one_does_not_serve_is_not_named(bo: Client, page: str, cast: Cast) -> None:
    with scope(cast.ishoej):
        foreign = register(by=cast.asta, received_on=date(2024, 4, 10), matters=[MatterInput(None, None)])
    unlock(bo)
    keys = keyring_of(cast.bo, b"")
    for address, row in ((page, True), (reverse("cases-new", args=["0183", foreign.pk]), False)):
        assert bool(page_of(address, keys).row) is row
    assert page_of("//[/", keys) == page_of("/nowhere/at/all/", keys) == KeptPage()
    assert page_of("/0165/members/", keys) == KeptPage("Albertslund", _("People and roles"))


@pytest.mark.parametrize("what", ["grant", "handover", "withdraw", "renew"])
def test_what_gives_or_takes_access_is_shown_and_not_sent(
    bo: Client, page: str, adviser_of_both: User, what: str
) -> None:
    """Whoever can log in as Bo, IT too, can leave a form on the locked page; Bo must not send it unawares."""
    planted = reverse(f"keys-{what}", args=["0165", adviser_of_both.pk])
    bo.post(planted, {"note": "Mit notat fra i går"})
    unlock(bo)
    text = bo.get(reverse("keys-kept")).content.decode()
    assert "Mit notat fra i går" in text
    assert f'href="{planted}"' in text
    assert f'action="{planted}"' not in text
