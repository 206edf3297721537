"""Answering a question about a text on the pages that ask it, by pressing the buttons."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from ombud.audit.models import Event
from ombud.desk.log.sentences import reports as sentences
from ombud.reporting.models import AnsweredQuestion
from ombud.tenancy.scope import everywhere, scope
from tests.desk.reports.test_publish import publish
from tests.desk.reports.test_show import rewrite
from tests.desk.workshop import Workshop
from tests.reporting.sealing import MARKER, found_in_databases
from tests.unlocked import set_up_keys, unlock_browser

SENTENCE = "Lederen fortalte om 999 henvendelser fra unge."
PAGES = ("publish", "verdict")


@pytest.fixture
def asking(workshop: Workshop) -> Workshop:
    """The example with a sentence that the counts cannot decide."""
    rewrite(workshop, "preface", SENTENCE)
    return workshop


def address(workshop: Workshop, more: str) -> str:
    return f"/0165/reports/{workshop.report.pk}/{more}/"


def page(workshop: Workshop, name: str = "publish") -> str:
    return workshop.client.get(address(workshop, name)).content.decode()


def keys_on(page: str, step: str) -> list[str]:
    """The keys of the questions on a page that have a button for this step."""
    return re.findall(rf'name="key" value="(\w+)">.*?<button[^>]* name="step" value="{step}"', page)


def asked(workshop: Workshop, name: str = "publish") -> list[str]:
    return keys_on(re.sub(r"\n\s*", "", page(workshop, name)), "answer")


def answered(workshop: Workshop, name: str = "publish") -> list[str]:
    return keys_on(re.sub(r"\n\s*", "", page(workshop, name)), "withdraw")


def send(workshop: Workshop, key: str, **more: str) -> HttpResponse:
    return workshop.client.post(address(workshop, "answer"), {"key": key, "step": "answer", "page": "publish"} | more)


def rows() -> int:
    with everywhere("a test counts rows"):
        return AnsweredQuestion.unscoped.count()


@pytest.mark.parametrize("name", PAGES)
def test_a_question_is_asked_with_a_button_and_stops_nothing(asking: Workshop, name: str) -> None:
    assert len(asked(asking, name)) == 1
    assert "999 henvendelser" in page(asking, name)
    assert publish(asking)


@pytest.mark.parametrize("name", PAGES)
def test_an_answered_question_is_asked_on_no_page(asking: Workshop, name: str) -> None:
    (key,) = asked(asking, name)
    answer = send(asking, key, page=name)
    assert answer["Location"] == address(asking, name) + "#questions"
    assert [asked(asking, one) for one in PAGES] == [[], []]
    assert [answered(asking, one) for one in PAGES] == [[key], [key]]
    shown = asking.client.get(f"/0165/reports/{asking.report.pk}/?section=preface").context
    assert not shown["problems"]


def test_the_verdict_is_clean_once_the_question_is_answered(asking: Workshop) -> None:
    prose = [one.part for one in asking.client.get(address(asking, "verdict")).context["parts"]]
    assert [one.asks for one in prose if one.question == "prose"] == [True]
    send(asking, asked(asking)[0])
    prose = [one.part for one in asking.client.get(address(asking, "verdict")).context["parts"]]
    assert [one.asks for one in prose if one.question == "prose"] == [False]


def test_a_sentence_beside_it_may_change_and_a_changed_sentence_is_asked_about_again(asking: Workshop) -> None:
    send(asking, asked(asking)[0])
    rewrite(asking, "preface", f"Noget nyt foran.\n\n{SENTENCE}\nOg bagefter.")
    assert not asked(asking)
    rewrite(asking, "preface", SENTENCE.replace("Lederen", "Chefen"))
    assert len(asked(asking)) == 1
    assert not answered(asking)
    rewrite(asking, "preface", SENTENCE)
    assert not asked(asking)


def test_the_same_sentence_in_another_section_is_asked_about(asking: Workshop) -> None:
    send(asking, asked(asking)[0])
    rewrite(asking, "reservations", SENTENCE)
    assert len(asked(asking)) == 1


def test_an_answer_that_is_taken_back_is_asked_again(asking: Workshop) -> None:
    (key,) = asked(asking)
    send(asking, key)
    send(asking, key, step="withdraw")
    assert asked(asking) == [key]
    assert rows() == 0
    actions = Event.objects.filter(action__startswith="question.").order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["question.answered", "question.reopened"]
    assert set(actions) <= set(sentences.SENTENCES)


def test_an_answer_sent_twice_is_one(asking: Workshop) -> None:
    (key,) = asked(asking)
    send(asking, key)
    send(asking, key)
    assert rows() == 1


def test_what_is_false_has_no_button_and_cannot_be_answered_away(workshop: Workshop) -> None:
    rewrite(workshop, "preface", "Der har i perioden været 163 henvendelser.")
    assert not asked(workshop)
    send(workshop, "0" * 64)
    assert rows() == 0
    assert workshop.client.get(address(workshop, "publish")).context["stopping"]


def test_a_question_that_is_gone_needs_no_answer(asking: Workshop) -> None:
    (key,) = asked(asking)
    rewrite(asking, "preface", "Uden tal.")
    assert send(asking, key).status_code == 302
    assert rows() == 0


def test_a_page_that_is_not_known_leads_to_the_one_that_publishes(asking: Workshop) -> None:
    answer = send(asking, asked(asking)[0], page="https://elsewhere.example")
    assert answer["Location"] == address(asking, "publish") + "#questions"


def test_in_an_office_with_its_key_nothing_of_the_sentence_stands_in_a_database(workshop: Workshop) -> None:
    set_up_keys(workshop.municipality, workshop.adviser)
    unlock_browser(workshop.client, workshop.adviser)
    locked_text = f"{MARKER} fortalte om 999 henvendelser fra unge."
    there = workshop.client.get(f"/0165/reports/{workshop.report.pk}/sections/preface/")
    fields = there.context["form"].initial | {"version": there.context["form"]["version"].value(), "text": locked_text}
    data = {name: value for name, value in fields.items() if value not in (None, False)} | {"step": "save"}
    workshop.client.post(f"/0165/reports/{workshop.report.pk}/sections/preface/", data)
    (key,) = asked(workshop)
    send(workshop, key)
    assert not asked(workshop)
    assert found_in_databases() == []
    with scope(workshop.municipality):
        assert key not in AnsweredQuestion.objects.get().digest


def test_two_answers_to_one_question_have_nothing_in_common(asking: Workshop) -> None:
    (key,) = asked(asking)
    found = []
    for _ in range(2):
        send(asking, key)
        with scope(asking.municipality):
            found.append(AnsweredQuestion.objects.get().digest)
        send(asking, key, step="withdraw")
    assert found[0] != found[1]


def test_a_visitor_from_elsewhere_cannot_answer(asking: Workshop) -> None:
    answer = Client().post(address(asking, "answer"), {"key": asked(asking)[0]})
    assert answer.status_code == 302
    assert rows() == 0
