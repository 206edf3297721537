"""A form that is sent twice is done once, and nothing of what it held can be read from what is remembered."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from ombud.identity import submissions
from ombud.identity.models import Submission, User

pytestmark = pytest.mark.django_db


def sending(person: int = 1, path: str = "/0165/", **fields: str) -> HttpRequest:
    request = HttpRequest()
    request.user, request.path, request.method = User(pk=person), path, "POST"
    request.POST = QueryDict(mutable=True)
    request.POST.update({"once": "t", "text": "Ida Prøve", "csrfmiddlewaretoken": "x"} | fields)
    return request


def test_the_same_sending_has_the_same_digest_whatever_the_proof_of_origin() -> None:
    assert submissions.digest_of(sending()) == submissions.digest_of(sending(csrfmiddlewaretoken="y"))


@pytest.mark.parametrize(
    "other", [sending(text="Ida Prøv"), sending(2), sending(path="/0183/"), sending(once="u"), sending(more="")]
)
def test_another_person_page_text_or_token_is_another_sending(other: HttpRequest) -> None:
    assert submissions.digest_of(other) != submissions.digest_of(sending())


def test_a_sending_without_token_is_not_followed() -> None:
    assert submissions.digest_of(sending(once="")) is None


def test_the_second_is_told_where_the_first_led() -> None:
    first = submissions.begin("d", person="1")
    assert first is not None
    assert submissions.begin("d", person="1") is None
    assert submissions.answer_to("d") == ""
    submissions.finish(first, address="/0165/enquiries/")
    assert submissions.answer_to("d") == "/0165/enquiries/"


def test_what_was_given_up_can_be_sent_again() -> None:
    first = submissions.begin("d", person="1")
    assert first is not None
    submissions.give_up(first)
    assert submissions.answer_to("d") is None
    assert submissions.begin("d", person="1") is not None


def test_a_days_old_sending_is_forgotten() -> None:
    submissions.begin("old", person="1")
    Submission.objects.update(made_at=timezone.now() - timedelta(days=1, seconds=1))
    submissions.begin("new", person="1")
    assert list(Submission.objects.values_list("digest", flat=True)) == ["new"]


@pytest.mark.skipif(connection.vendor == "sqlite", reason="the tests' SQLite lies in memory and has one writer")
@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_is_done() -> None:
    won: list[bool] = []

    def send() -> None:
        won.append(submissions.begin("d", person="1") is not None)
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 7 + [True]
