"""Once a day the heads leave the machine, by mail or into a file, and never silently twice or not at all."""

import smtplib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail

from ombud.audit import keeping
from ombud.audit.heads import head_of, heads, read_heads
from ombud.audit.keeping import keep_heads, kept_heads, last_kept_at
from ombud.audit.models import Event
from ombud.audit.queries.verify import verify
from ombud.audit.record import record_many

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def lines() -> None:
    record_many([Event(municipality=code, action="case.read", noun="case") for code in ("0165", "0165", "0183")])


def test_nothing_is_sent_while_nobody_said_where_to(settings: Any) -> None:
    settings.LOG_HEAD_TO = ""
    assert not keep_heads(NOW)
    assert last_kept_at() is None


def test_a_file_gets_the_heads_once_a_day_and_the_chain_is_held_against_them(settings: Any, tmp_path: Path) -> None:
    settings.LOG_HEAD_TO = str(tmp_path / "heads.txt")
    sent = heads()
    assert keep_heads(NOW)
    assert not keep_heads(NOW + timedelta(hours=5))
    assert kept_heads() == sent
    record_many([Event(municipality="0165", action="case.read", noun="case")])
    assert keep_heads(NOW + timedelta(days=1))
    assert [head.position for head in kept_heads() if head.municipality == "0165"] == [2, 3]
    assert all(verify(head.municipality, known=kept_heads()).is_whole for head in heads())
    assert last_kept_at() == NOW + timedelta(days=1)


def test_a_day_is_a_danish_day(settings: Any, tmp_path: Path) -> None:
    settings.LOG_HEAD_TO = str(tmp_path / "heads.txt")
    assert keep_heads(datetime(2026, 11, 21, 22, 30, tzinfo=UTC))
    assert keep_heads(datetime(2026, 11, 21, 23, 30, tzinfo=UTC))


def test_a_mail_holds_the_heads_and_nothing_personal(settings: Any) -> None:
    settings.LOG_HEAD_TO = "arkiv@kommune.example"
    kept = heads()
    assert keep_heads(NOW)
    (sent,) = mail.outbox
    assert sent.to == ["arkiv@kommune.example"]
    assert read_heads("\n".join(f"> {line}" for line in sent.body.splitlines())) == kept
    assert kept_heads() == []


def test_what_could_not_be_sent_is_tried_again(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.LOG_HEAD_TO = "arkiv@kommune.example"

    def refuse(*_: Any) -> None:
        raise smtplib.SMTPServerDisconnected

    with monkeypatch.context() as broken:
        broken.setattr(keeping, "send_mail", refuse)
        assert not keep_heads(NOW)
    assert last_kept_at() is None
    assert keep_heads(NOW + timedelta(hours=1))


def test_a_folder_that_is_not_there_does_not_stop_the_worker(settings: Any, tmp_path: Path) -> None:
    settings.LOG_HEAD_TO = str(tmp_path / "gone" / "heads.txt")
    assert not keep_heads(NOW)
    assert head_of("").position == 0
