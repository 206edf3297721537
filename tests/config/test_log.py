"""`ombud log`: the head is printed, a whole log is said to be whole, and a broken one gives 2 with its line."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from ombud.audit import guards
from ombud.audit.heads import head_of
from ombud.audit.models import Event
from ombud.audit.record import record_many
from ombud.config.command import main

pytestmark = pytest.mark.django_db
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def lines(settings: Any) -> None:
    settings.LOG_HEAD_TO = ""
    record_many([Event(municipality="0165", action="case.read", noun="case") for _number in range(5)])
    record_many([Event(municipality="", action="account.made", noun="user")])


def run(*words: str) -> int:
    return main(["log", *words, "--language", "en"])


def test_the_heads_are_printed(capsys: Said) -> None:
    assert run("head") == 0
    assert capsys.readouterr().out.splitlines() == [str(head_of("")), str(head_of("0165"))]
    assert run("head", "--municipality", "165") == 0
    assert capsys.readouterr().out.strip() == str(head_of("0165"))


def test_a_whole_log_is_said_to_be_whole(capsys: Said, tmp_path: Path) -> None:
    kept = tmp_path / "mail.txt"
    kept.write_text(f"Keep this mail.\n\n2026-11-21T08:00:00+01:00 {head_of('0165')}\n")
    assert run("check", "--against", str(kept)) == 0
    said = capsys.readouterr().out
    assert "0165: 5 lines, whole; held against 1 head kept outside" in said
    assert "without a municipality: 1 line, whole; held against 0 heads" in said


def test_a_broken_log_is_told_with_its_line(capsys: Said) -> None:
    guards.open_again(connection)
    QuerySet(Event).filter(municipality="0165", position=3).delete()
    assert run("check") == 2
    told = capsys.readouterr()
    assert "0165: Line 3 is missing." in told.out
    assert "The log is broken." in told.err


def test_a_cut_tail_is_found_by_the_file_that_is_kept(capsys: Said, settings: Any, tmp_path: Path) -> None:
    settings.LOG_HEAD_TO = str(tmp_path / "heads.txt")
    Path(settings.LOG_HEAD_TO).write_text(f"2026-11-21T08:00:00+01:00 {head_of('0165')}\n")
    guards.open_again(connection)
    QuerySet(Event).filter(municipality="0165", position=5).delete()
    assert run("check", "--municipality", "0165") == 2
    assert "The end is missing, from line 5 on." in capsys.readouterr().out


def test_what_cannot_be_checked_is_refused(capsys: Said, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("no head here\n")
    for words in (["--municipality", "0999"], ["--against", str(tmp_path / "none")], ["--against", str(empty)]):
        assert run("check", *words) == 2
        assert capsys.readouterr().err.startswith("ombud: ")
