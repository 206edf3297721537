"""In which language a command speaks: Danish, unless --language or OMBUD_LANGUAGE says English.

LANG is left alone on purpose: servers are often set to English or to no language at all, and the office is Danish.
"""

import os
from collections.abc import Sequence

LANGUAGES = ("da", "en")


def language_of(arguments: Sequence[str]) -> str:
    """The language, found before the options are parsed so that the parser itself can speak it."""
    wanted = os.environ.get("OMBUD_LANGUAGE", "")
    for place, argument in enumerate(arguments):
        if argument == "--language" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
        elif argument.startswith("--language="):
            wanted = argument.partition("=")[2]
    return wanted if wanted in LANGUAGES else "da"
