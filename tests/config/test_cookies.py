"""Behind https the cookies belong to one host, are sent over https only, and are read by no script."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = (
    "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_DOMAIN", "SESSION_COOKIE_PATH", "UNLOCK_COOKIE_NAME",
)  # fmt: skip
ASK = f"from django.conf import settings; print([getattr(settings, name) for name in {NAMES}])"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("yes", "['__Host-sessionid', '__Host-csrftoken', True, True, True, 'Lax', None, '/', '__Host-ombud_unlock']"),
        ("no", "['sessionid', 'csrftoken', False, False, True, 'Lax', None, '/', 'ombud_unlock']"),
    ],
)
def test_cookies_are_as_narrow_as_the_connection_allows(tmp_path: Path, behind: str, expected: str) -> None:
    environment = os.environ | {
        "BEHIND_HTTPS": behind, "OMBUD_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "ombud.config.settings",
    }  # fmt: skip
    said = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    assert said.stdout.strip() == expected


UNLOCK = """
import django; django.setup()
from unittest import mock
from django.http import HttpRequest, HttpResponse
from ombud.desk import unlocking
answer, request = HttpResponse(), HttpRequest()
request.user, request.session = mock.Mock(pk=1), {}
unlocking.fingerprint = lambda user, day: ""
with mock.patch.object(unlocking.unlocked, "remember", return_value="token"):
    unlocking.open_session(request, answer, b"")
opened = answer.cookies.output(header="")
unlocking.forget_token(answer)
print(opened); print(answer.cookies.output(header=""))
"""


def test_the_token_of_the_keys_is_set_and_taken_back_for_this_host_alone(tmp_path: Path) -> None:
    environment = os.environ | {
        "BEHIND_HTTPS": "yes", "OMBUD_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "ombud.config.settings",
    }  # fmt: skip
    said = subprocess.run(
        [sys.executable, "-c", UNLOCK], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    opened, taken_back = said.stdout.strip().splitlines()
    assert opened.strip() == "__Host-ombud_unlock=token; HttpOnly; Path=/; SameSite=Strict; Secure"
    assert taken_back.strip().startswith('__Host-ombud_unlock=""; ')
    assert "Max-Age=0" in taken_back
    assert "Secure" in taken_back
