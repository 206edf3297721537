"""Behind https the cookies belong to one host, are sent over https only, and are read by no script."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = (
    "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_DOMAIN", "SESSION_COOKIE_PATH",
)  # fmt: skip
ASK = f"from django.conf import settings; print([getattr(settings, name) for name in {NAMES}])"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("yes", "['__Host-sessionid', '__Host-csrftoken', True, True, True, 'Lax', None, '/']"),
        ("no", "['sessionid', 'csrftoken', False, False, True, 'Lax', None, '/']"),
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
