"""The lines about a person: the words are posted, kept nowhere, and found only in cases that may be opened."""

import pytest
from django.db import connection
from django.test import Client

from ombud.audit.models import Event
from tests.desk.log.conftest import CPR, NAME, OTHER, TITLE, Cases, page


def found(client: Client, words: str) -> str:
    return str(client.post(page("log-search"), {"words": words}).content.decode())


def test_a_person_is_found_with_the_lines_of_the_case(asta: Client) -> None:
    shown = found(asta, "hanne hemmelig")
    assert TITLE in shown
    assert OTHER not in shown
    assert "Bo Eksempel" in shown


def test_a_cpr_number_finds_and_is_not_shown_again_in_a_line(asta: Client) -> None:
    shown = found(asta, CPR)
    assert TITLE in shown
    assert shown.count(CPR) == 1, "only where it was typed"


def test_a_case_one_is_shut_out_of_is_not_found(bo: Client, asta: Client) -> None:
    assert OTHER not in found(bo, "taget")
    assert OTHER in found(asta, "taget")


def test_nothing_is_found_without_all_words(asta: Client) -> None:
    assert TITLE not in found(asta, "hanne kolonihave")


def test_the_search_is_told_in_the_log_without_its_words(asta: Client) -> None:
    found(asta, "hanne hemmelig")
    line = Event.objects.filter(action="log.searched").get()
    assert (line.case, line.label, line.changes, bytes(line.details)) == (None, "", {}, b"")


def test_empty_words_are_refused_kindly(asta: Client) -> None:
    response = asta.post(page("log-search"), {"words": ""})
    assert response.status_code == 200
    assert 'id="errors"' in response.content.decode()
    assert not Event.objects.filter(action="log.searched").exists()


def test_the_administrator_may_not_search(administrator: Client) -> None:
    for method in (administrator.get, administrator.post):
        assert method(page("log-search")).status_code == 403


def test_no_line_of_the_log_holds_what_was_typed_into_a_case(asta: Client, cases: Cases) -> None:
    """Every text column of every line, after reading, searching and exporting."""
    found(asta, NAME)
    asta.get(page("log-list"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM audit_event")
        rows = "\n".join(str([bytes(c) if isinstance(c, memoryview) else c for c in row]) for row in cursor.fetchall())
    for secret in (NAME, "Hanne", CPR, CPR[:6], TITLE, "Hjemmehj", OTHER, "taget"):
        assert secret not in rows
    assert str(cases.case.pk).replace("-", "") in rows.replace("-", "")


@pytest.mark.parametrize("method", ["get", "post"])
def test_locked_is_sent_to_unlock(client: Client, cast: object, cases: Cases, method: str) -> None:
    client.force_login(cast.asta)  # type: ignore[attr-defined]
    response = getattr(client, method)(page("log-search"))
    assert response.status_code == 302
    assert response["Location"].startswith("/unlock/")
