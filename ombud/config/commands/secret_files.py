"""Secrets of the example, kept beside its data and readable by their owner only."""

import os
from collections.abc import Callable


def kept(name: str, make: Callable[[], str]) -> str:
    """The text in OMBUD_HOME under this name; made at the first call."""
    from django.conf import settings

    path = settings.OMBUD_HOME / name
    if not path.exists():
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(make())
    return str(path.read_text(encoding="utf-8"))
