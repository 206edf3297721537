"""The log-in service is read from the environment; what is missing or unsafe stops the program with a sentence."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from ombud.config.single_sign_on import providers
from ombud.identity.single_sign_on.addresses import is_safe

WHOLE = {"OIDC_ISSUER": "https://log-in.example/kommune/", "OIDC_CLIENT_ID": "ombud", "OIDC_CLIENT_SECRET": "hemmelig"}


def given(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "CLIENT_SECRET_FILE", "NAME", "MAIL_IS_VERIFIED"):
        monkeypatch.delenv(f"OIDC_{name}", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


def test_nothing_is_configured_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch)
    assert "APPS" not in providers()["openid_connect"]


def test_a_service_has_an_issuer_a_client_and_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **WHOLE)
    app = providers()["openid_connect"]["APPS"][0]
    assert app["provider_id"] == "https://log-in.example/kommune"
    assert (app["client_id"], app["secret"], app["name"]) == ("ombud", "hemmelig", "log-in.example")
    assert app["settings"] == {"server_url": "https://log-in.example/kommune", "trusts_mail": False}
    given(monkeypatch, **WHOLE, OIDC_NAME="Kommunens log-in", OIDC_MAIL_IS_VERIFIED="yes")
    app = providers()["openid_connect"]["APPS"][0]
    assert (app["name"], app["settings"]["trusts_mail"]) == ("Kommunens log-in", True)


def test_the_secret_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("fra filen\n\n")
    without = {name: value for name, value in WHOLE.items() if name != "OIDC_CLIENT_SECRET"}
    given(monkeypatch, **without, OIDC_CLIENT_SECRET_FILE=str(file))
    assert providers()["openid_connect"]["APPS"][0]["secret"] == "fra filen"
    given(monkeypatch, **without, OIDC_CLIENT_SECRET_FILE=str(tmp_path / "nothing"))
    with pytest.raises(ImproperlyConfigured, match="OIDC_CLIENT_SECRET_FILE cannot be read"):
        providers()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"OIDC_ISSUER": "http://log-in.example"}, "OIDC_ISSUER must be an address with https"),
        ({"OIDC_ISSUER": f"https://{'x' * 200}.example"}, "at most 200"),
        ({"OIDC_CLIENT_ID": " "}, "OIDC_CLIENT_ID is missing"),
        ({"OIDC_CLIENT_SECRET": ""}, "neither OIDC_CLIENT_SECRET nor"),
    ],
    ids=["plain", "long", "client", "secret"],
)
def test_what_is_missing_or_unsafe_is_named(
    monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str], sentence: str
) -> None:
    given(monkeypatch, **WHOLE | wrong)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        providers()


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://log-in.example/a", True), ("http://127.0.0.1:9000", True), ("http://localhost:9", True),
        ("http://[::1]/x", True), ("http://127.9.9.9", True), ("http://log-in.example", False),
        ("http://127.0.0.1.log-in.example", False), ("http://0.0.0.0", False), ("https://", False),
        ("https://a@log-in.example", False), ("https://log-in.example/?x=1", False),
        ("https://log-in.example/#x", False),
        ("javascript:alert(1)", False), ("//log-in.example", False), ("https://[", False), ("", False),
    ],
)  # fmt: skip
def test_plain_http_is_for_this_machine_only(address: str, safe: bool) -> None:
    assert is_safe(address) is safe
