"""What happens to an account stands in the log of the municipalities the person serves."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from ombud.audit.models import Event
from ombud.identity.models import User
from tests.cast import PASSWORD

NEW = "en ny og lang kode 9"


def lines(action: str) -> list[tuple[str, str]]:
    return list(Event.objects.filter(action=action).order_by("municipality").values_list("municipality", "by"))


def test_log_in_and_password_are_in_the_log_of_both_offices(adviser_of_both: User) -> None:
    client = Client()
    client.post("/account/login/", {"login": adviser_of_both.email, "password": "forkert"})
    assert lines("account.logged_in") == []
    client.post("/account/login/", {"login": adviser_of_both.email, "password": PASSWORD})
    both = [("0165", str(adviser_of_both.pk)), ("0183", str(adviser_of_both.pk))]
    assert lines("account.logged_in") == both
    client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert lines("account.password_changed") == both


def test_whoever_serves_nowhere_is_in_the_common_log(stranger: User) -> None:
    Client().post("/account/login/", {"login": stranger.email, "password": PASSWORD})
    assert lines("account.logged_in") == [("", str(stranger.pk))]


def test_a_removed_second_factor_is_logged_once(client: Client, adviser_of_albertslund: User) -> None:
    TOTP.activate(adviser_of_albertslund, generate_totp_secret())
    client.force_login(adviser_of_albertslund)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    client.post("/account/second-factor/app/remove/")
    assert not Authenticator.objects.exists()
    assert lines("account.second_factor_removed") == [("0165", str(adviser_of_albertslund.pk))]
