"""Both languages are complete: nothing untranslated, fuzzy, forgotten or with another placeholder."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import allauth
import django
import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "ombud" / "locale" / "da" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def danish() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_string_has_a_danish_text() -> None:
    missing = [e.msgid for e in danish() if not e.obsolete and not (texts(e) and all(texts(e)))]
    assert not missing


def test_no_string_is_fuzzy_or_left_over() -> None:
    assert not danish().fuzzy_entries()
    assert not danish().obsolete_entries()


def test_placeholders_are_the_same_in_both_languages() -> None:
    wrong = []
    for entry in danish():
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        given = set(PLACEHOLDER.findall(texts(entry)[-1]))
        if wanted != given and not entry.msgid_plural:
            wrong.append((entry.msgid, sorted(wanted ^ given)))
    assert not wrong


def test_the_catalogue_has_every_string_of_the_source(tmp_path: Path) -> None:
    if shutil.which("xgettext") is None:
        pytest.fail("GNU gettext is needed: make test installs it.")
    copy = tmp_path / "ombud"
    shutil.copytree(ROOT / "ombud", copy, ignore=shutil.ignore_patterns("static", "fonts", "__pycache__", "*.mo"))
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "da", "--no-location", "--no-wrap",
         "--extension", "html,txt,py,j2"],
        cwd=copy, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    found = polib.pofile(str(copy / "locale" / "da" / "LC_MESSAGES" / "django.po"))
    known = {(e.msgctxt, e.msgid) for e in danish() if not e.obsolete}
    assert not [e.msgid for e in found if not e.obsolete and (e.msgctxt, e.msgid) not in known]


@pytest.mark.parametrize(
    "catalogue",
    [
        Path(allauth.__file__).parent / "locale/da/LC_MESSAGES/django.po",
        Path(django.__file__).parent / "conf/locale/da/LC_MESSAGES/django.po",
        Path(django.__file__).parent / "contrib/auth/locale/da/LC_MESSAGES/django.po",
    ],
    ids=["allauth", "django", "auth"],
)
def test_the_libraries_own_texts_and_mails_are_danish(catalogue: Path) -> None:
    own = {e.msgid for e in danish()}
    theirs = polib.pofile(str(catalogue))
    assert not [e.msgid for e in theirs.untranslated_entries() + theirs.fuzzy_entries() if e.msgid not in own]


def test_the_english_source_has_no_danish_letters() -> None:
    """Names of Danish bodies and laws may stand; a sentence in Danish may not be the source string."""
    danish_words = re.compile(r"\b(og|ikke|eller|skal|bliver|henvendelser|fra den)\b")
    assert not [e.msgid for e in danish() if danish_words.search(e.msgid)]
