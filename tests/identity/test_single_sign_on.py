"""Logging in with the municipality's own service: who is let in, who is not, and what is kept."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount, SocialToken
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ombud.identity.models import User
from ombud.offices.models import Municipality
from tests.identity.log_in_service import CLIENT, SECRET, Service, running

START, BACK = "/account/single-sign-on/", "/account/single-sign-on/return/"


@pytest.fixture(scope="module")
def one_service() -> Iterator[Service]:
    with running() as service:
        yield service


@pytest.fixture
def service(one_service: Service, settings: Any) -> Service:
    """The service, configured here, with Asta logged in at it."""
    app = {
        "provider_id": one_service.issuer, "name": "Kommunens log-in", "client_id": CLIENT, "secret": SECRET,
        "settings": {"server_url": one_service.issuer},
    }  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": settings.SOCIALACCOUNT_PROVIDERS["openid_connect"] | {"APPS": [app]}
    }
    one_service.person = {"sub": "asta-1", "email": "Asta@raadgiver.example", "email_verified": True}
    one_service.claims, one_service.config, one_service.userinfo, one_service.header = {}, {}, {}, {}
    one_service.left_out = set()
    one_service.algorithm, one_service.signing_key = "RS256", one_service.key
    return one_service


def to_the_service(client: Client, path: str = START) -> str:
    """Through the service, where the person says yes; the address that leads back."""
    there = client.get(path)
    assert there.status_code == 302, there.content.decode()
    answer = requests.get(there["Location"], allow_redirects=False, timeout=5)
    parts = urlsplit(answer.headers["Location"])
    assert parts.path == BACK
    return f"{parts.path}?{parts.query}"


def log_in(client: Client) -> HttpResponse:
    return client.get(to_the_service(client))


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_whoever_has_an_account_is_let_in_and_nothing_but_the_subject_is_kept(
    client: Client, service: Service, adviser_of_both: User
) -> None:
    assert log_in(client).status_code == 302
    assert client.session["_auth_user_id"] == str(adviser_of_both.pk)
    account = SocialAccount.objects.get()
    assert (account.user, account.provider, account.uid, account.extra_data) == (
        adviser_of_both, service.issuer, "asta-1", {},
    )  # fmt: skip
    assert not SocialToken.objects.exists()
    adviser_of_both.refresh_from_db()
    assert adviser_of_both.has_usable_password()
    kept = str([session.get_decoded() for session in Session.objects.all()])
    assert "et-adgangstoken" not in kept
    assert SECRET not in kept


def test_afterwards_the_subject_alone_counts(client: Client, service: Service, adviser_of_both: User) -> None:
    log_in(client)
    service.person = {"sub": "asta-1", "email": "asta@nytnavn.example", "email_verified": False}
    again = Client()
    assert log_in(again).status_code == 302
    assert again.session["_auth_user_id"] == str(adviser_of_both.pk)


def test_the_way_there_carries_state_nonce_and_pkce_and_only_what_is_needed(
    client: Client, service: Service, db: None
) -> None:
    to_the_service(client, f"{START}?scope=profile&auth_params=prompt%3Dnone&process=connect")
    asked = service.asked[-1]
    assert set(asked) == {
        "client_id", "redirect_uri", "scope", "response_type", "state", "nonce", "code_challenge",
        "code_challenge_method",
    }  # fmt: skip
    assert set(asked["scope"].split()) == {"openid", "email"}
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["nonce"]) >= 40


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        ({"email": "ukendt@raadgiver.example"}, "no open account"),
        ({"email_verified": False}, "has been confirmed"),
        ({"email_verified": "false"}, "has been confirmed"),
        ({"email_verified": None}, "has been confirmed"),
        ({"email": ""}, "has been confirmed"),
        ({"email": "asta@raadgiver.example\x00@x"}, "has been confirmed"),
        ({"email": ["asta@raadgiver.example"]}, "has been confirmed"),
    ],
    ids=["unknown", "unverified", "unverified-word", "null", "no-address", "odd-address", "list"],
)
def test_whoever_is_unknown_or_unconfirmed_is_refused(
    client: Client, service: Service, adviser_of_both: User, person: dict[str, Any], reason: str
) -> None:
    client.cookies["django_language"] = "en"
    service.person |= person
    service.userinfo = {"sub": "asta-1"}
    answer = log_in(client)
    assert answer.status_code == 403
    assert reason in answer.content.decode()
    assert not is_in(client)
    assert not SocialAccount.objects.exists()
    assert User.objects.count() == 3


def test_an_address_is_taken_as_confirmed_only_where_the_installation_says_so(
    client: Client, service: Service, adviser_of_both: User, settings: Any
) -> None:
    service.left_out = {"email_verified"}
    assert log_in(client).status_code == 403
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["trusts_mail"] = True
    assert log_in(client).status_code == 302
    service.person |= {"sub": "bo-1", "email": "bo@raadgiver.example"}
    service.left_out, service.claims = set(), {"email_verified": False}
    assert log_in(Client()).status_code == 403


def test_another_subject_with_the_same_address_does_not_take_the_account_over(
    client: Client, service: Service, adviser_of_both: User
) -> None:
    log_in(client)
    service.person |= {"sub": "en anden"}
    other = Client()
    assert log_in(other).status_code == 403
    assert not is_in(other)
    assert SocialAccount.objects.get().uid == "asta-1"


@pytest.mark.parametrize("first", [True, False], ids=["unconnected", "connected"])
def test_a_closed_account_stays_closed(client: Client, service: Service, adviser_of_both: User, first: bool) -> None:
    if not first:
        log_in(client)
    User.objects.filter(pk=adviser_of_both.pk).update(is_active=False)
    other = Client()
    assert log_in(other).status_code == 403
    assert not is_in(other)


def unsigned(service: Service) -> None:
    service.algorithm, service.signing_key = "none", None


def with_another_key(service: Service) -> None:
    service.signing_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def with_the_shared_secret(service: Service) -> None:
    service.algorithm, service.signing_key = "HS256", SECRET


def with_an_unknown_key(service: Service) -> None:
    service.header = {"kid": "two"}


FORGERIES: dict[str, dict[str, Any] | Callable[[Service], None]] = {
    "issuer": {"iss": "https://andetsteds.example"}, "audience": {"aud": "et andet program"},
    "two-audiences": {"aud": [CLIENT, "et andet program"]},
    "authorized-party": {"aud": [CLIENT, "et andet program"], "azp": "et andet program"},
    "nonce": {"nonce": "en anden"}, "expired": {"exp": 1_700_000_000}, "from-the-future": {"iat": 9_999_999_999},
    "no-subject": {"sub": ""}, "subject-is-a-number": {"sub": 7}, "long-subject": {"sub": "x" * 192},
    "unsigned": unsigned, "another-key": with_another_key, "shared-secret": with_the_shared_secret,
    "unknown-key": with_an_unknown_key,
}  # fmt: skip


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
@pytest.mark.parametrize("name", FORGERIES)
def test_a_token_that_proves_nothing_is_refused(
    client: Client, service: Service, adviser_of_both: User, name: str
) -> None:
    forgery = FORGERIES[name]
    if callable(forgery):
        forgery(service)
    else:
        service.claims = forgery
    assert log_in(client).status_code == 403
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("claim", ["iss", "sub", "aud", "exp", "iat", "nonce"])
def test_a_token_without_a_needed_part_is_refused(
    client: Client, service: Service, adviser_of_both: User, claim: str
) -> None:
    service.left_out = {claim}
    assert log_in(client).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize(
    "config",
    [
        {"issuer": "https://andetsteds.example"},
        {"token_endpoint": "http://andetsteds.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": ""},
    ],
    ids=["issuer", "plain-http", "script", "missing"],
)
def test_a_service_that_describes_itself_wrongly_is_not_asked(
    client: Client, service: Service, db: None, config: dict[str, str]
) -> None:
    service.config = config
    assert client.get(START).status_code == 403


def test_a_service_that_does_not_answer_is_told(client: Client, service: Service, db: None, settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    assert client.get(START).status_code == 403


def test_an_answer_counts_once_and_only_in_the_browser_that_asked(
    client: Client, service: Service, adviser_of_both: User
) -> None:
    back = to_the_service(client)
    thief = Client()
    assert thief.get(back).status_code == 403
    assert not is_in(thief)
    assert client.get(back).status_code == 302
    client.post("/account/logout/")
    assert client.get(back).status_code == 403
    assert not is_in(client)
    state = parse_qs(urlsplit(back).query)["state"][0]
    for query in (
        "",
        f"state={state}",
        "code=x",
        "state=&code=x",
        "error=access_denied",
        f"error=access_denied&state={state}",
    ):
        assert client.get(f"{BACK}?{query}").status_code == 403


def test_an_address_that_only_the_userinfo_tells_is_taken_for_the_same_person_only(
    client: Client, service: Service, adviser_of_both: User
) -> None:
    service.left_out = {"email", "email_verified"}
    service.userinfo = {"sub": "en anden", "email": "asta@raadgiver.example", "email_verified": True}
    assert log_in(client).status_code == 403
    service.userinfo["sub"] = "asta-1"
    assert log_in(client).status_code == 302


def test_another_site_cannot_begin_a_log_in_and_nothing_is_posted(client: Client, service: Service, db: None) -> None:
    assert client.get(START, headers={"Sec-Fetch-Site": "cross-site"})["Location"] == "/account/login/"
    assert client.post(START).status_code == 405
    assert client.post(BACK).status_code == 405


def test_where_one_was_going_is_kept_on_this_site_only(client: Client, service: Service, adviser_of_both: User) -> None:
    page = client.get("/account/login/?next=/0165/enquiries/").content.decode()
    assert f'href="{START}?next=%2F0165%2Fenquiries%2F"' in page or f'href="{START}?next=/0165/enquiries/"' in page
    assert client.get(to_the_service(client, f"{START}?next=/0165/enquiries/"))["Location"] == "/0165/enquiries/"
    other = Client()
    assert other.get(to_the_service(other, f"{START}?next=https://andetsteds.example/"))["Location"] == "/"


def test_without_a_service_the_addresses_do_not_exist(client: Client, db: None) -> None:
    assert client.get(START).status_code == 404
    assert client.get(BACK).status_code == 404
    assert START not in client.get("/account/login/").content.decode()


def test_single_sign_on_opens_nothing(
    client: Client, service: Service, adviser_of_both: User, albertslund: Municipality
) -> None:
    """It gives an identity: the keys of the person stay locked (``tests/claims`` walks every page)."""
    log_in(client)
    assert reverse("unlock") in client.get(reverse("cases-list", args=["0165"]))["Location"]
    answer = client.get("/0165/")
    assert answer.status_code == 200
    assert getattr(answer.wsgi_request, "keys", None) is None


def test_a_second_factor_is_asked_for_here_too(client: Client, service: Service, adviser_of_both: User) -> None:
    TOTP.activate(adviser_of_both, generate_totp_secret())
    assert log_in(client)["Location"] == "/account/second-factor/log-in/"
    assert not is_in(client)


def test_the_service_of_the_tests_checks_who_asks_and_the_proof_key(service: Service) -> None:
    asked = {"redirect_uri": "/", "state": "s", "nonce": "n", "code_challenge": "x"}
    service.authorize(asked)
    code = next(iter(service.codes))
    assert service.token({"code": code, "client_id": CLIENT, "client_secret": SECRET, "code_verifier": "y"}) is None
