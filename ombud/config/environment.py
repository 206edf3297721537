"""Typed readers for the environment. A missing or odd variable answers with a sentence that helps."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def home() -> Path:
    """The folder for everything this installation stores (OMBUD_HOME, by default ./var)."""
    return Path(os.environ.get("OMBUD_HOME", "var")).resolve()


def boolean(name: str, default: bool = False) -> bool:
    """A variable that says yes or no; anything else is an error that names it."""
    value = os.environ.get(name, "").strip().lower()
    if value in ("", "0", "no", "false", "1", "yes", "true"):
        return default if value == "" else value in ("1", "yes", "true")
    raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")


def cookie_prefix() -> str:
    """The prefix of cookies that belong to one host alone; browsers allow it with https only."""
    return "__Host-" if boolean("BEHIND_HTTPS") else ""


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def secret_key() -> str:
    """SECRET_KEY, or one made at the first start and kept in OMBUD_HOME, readable by its owner only."""
    given = os.environ.get("SECRET_KEY")
    if given:
        return given
    path = home() / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()
