"""`ombud report` has no keys: what is sealed stays out of the four files, and they and the terminal say so."""

from html import unescape
from pathlib import Path

import docx
import pytest
from django.utils import translation

from ombud.config.command import main
from ombud.config.commands.report import write_report
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.privacy.keyring import Keyring
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.actions.reports import make_report
from ombud.reporting.actions.sections import change_section
from ombud.tenancy.scope import scope
from tests.reporting.conftest import FIRST, LAST
from tests.reporting.sealing import MARKER, make_keys

PERIOD = ["--from", FIRST.isoformat(), "--to", LAST.isoformat()]
SEALED = "The text is sealed and can only be read in an unlocked session."
NOT_CHECKED = "Identities not checked: this file was written without the office's keys."
TOLD = "Identities not checked: the command line has no keys. Publish in an unlocked session."


@pytest.fixture
def office(db: None) -> Municipality:
    return make_municipality(code="165", by=None)


@pytest.fixture
def keys(office: Municipality) -> Keyring:
    """The office's keys; a draft with a preface of the adviser's own."""
    keys = make_keys(office)
    with scope(office):
        report = make_report(period=ReportingPeriod.objects.get(starts_on=FIRST), by=None)
        preface = report.sections.get(key="preface")
        change_section(section=preface, version=1, by=None, keys=keys, text=f"Kære {MARKER}.")
    return keys


def danish(sentence: str) -> str:
    with translation.override("da"):
        return translation.gettext(sentence)


def page(folder: Path) -> str:
    return unescape((folder / "aarsberetning.html").read_text(encoding="utf-8"))


def test_sealed_texts_stay_out_and_the_files_are_marked(
    keys: Keyring, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "--municipality", "165", *PERIOD, "--out", str(tmp_path)]) == 0
    assert MARKER not in page(tmp_path)
    assert "Forord" in page(tmp_path)
    word = "\n".join(one.text for one in docx.Document(str(tmp_path / "aarsberetning.docx")).paragraphs)
    for sentence in (danish(SEALED), danish(NOT_CHECKED)):
        assert sentence in page(tmp_path)
        assert sentence in word
    assert danish(TOLD) in capsys.readouterr().err


def test_with_the_keys_the_report_is_whole(office: Municipality, keys: Keyring, tmp_path: Path) -> None:
    with scope(office):
        write_report(office, FIRST, LAST, tmp_path, "da", keys)
    assert f"Kære {MARKER}." in page(tmp_path)
    assert danish(NOT_CHECKED) not in page(tmp_path)


def test_before_there_is_a_key_nothing_is_marked(office: Municipality, tmp_path: Path) -> None:
    assert main(["report", "--municipality", "165", *PERIOD, "--out", str(tmp_path)]) == 0
    assert danish(NOT_CHECKED) not in page(tmp_path)
