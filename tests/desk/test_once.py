"""Every form of every page is done once."""

import re
from pathlib import Path

import pytest
from django.test import Client

from ombud.casework.models import Tally
from ombud.identity.models import Submission
from ombud.offices.models import Municipality
from ombud.tenancy.scope import scope

TEMPLATES = Path(__file__).resolve().parents[2] / "ombud" / "desk" / "templates"
FORM = {"kind": "sparring", "once": "a"}


def tallies(municipality: Municipality) -> int:
    with scope(municipality):
        return sum(Tally.objects.values_list("count", flat=True))


def test_the_second_sending_gets_the_first_ones_answer(desk: Client, albertslund: Municipality) -> None:
    before = tallies(albertslund)
    answers = [desk.post("/0165/tallies/", FORM) for _ in range(3)]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, answers[0]["Location"])}
    assert tallies(albertslund) == before + 1


@pytest.mark.parametrize("change", [{"once": "b"}, {"step": "1"}])
def test_a_new_page_or_a_new_text_is_a_new_sending(
    desk: Client, albertslund: Municipality, change: dict[str, str]
) -> None:
    before = tallies(albertslund)
    desk.post("/0165/tallies/", FORM)
    desk.post("/0165/tallies/", FORM | change)
    assert tallies(albertslund) == before + 2


def test_what_was_refused_can_be_put_right_with_the_same_token(desk: Client, albertslund: Municipality) -> None:
    assert desk.post("/0165/enquiries/new/", {"once": "a", "received_on": "yesterday"}).status_code == 422
    assert Submission.objects.count() == 0


def test_while_the_first_is_under_way_the_second_is_told(
    desk: Client, albertslund: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ombud.desk.once.WAIT", 0.2)
    desk.post("/0165/tallies/", FORM)
    Submission.objects.update(address="")
    before = tallies(albertslund)
    answer = desk.post("/0165/tallies/", FORM)
    assert answer.status_code == 409
    assert tallies(albertslund) == before


def test_every_form_that_writes_carries_the_tokens() -> None:
    forms = [
        (path.name, form)
        for path in TEMPLATES.rglob("*.html")
        for form in re.findall(r"<form\b[^>]*method=\"post\".*?</form>", path.read_text(), re.DOTALL | re.IGNORECASE)
    ]
    assert len(forms) > 30
    # The cover of a locked page is sent by its script, which takes the proof of origin from the cookie's page.
    assert [name for name, form in forms if "{% csrf_token %}" not in form] == ["lock_cover.html"]


def test_the_tag_renders_both(desk: Client, albertslund: Municipality) -> None:
    text = desk.get("/0165/enquiries/new/").content.decode()
    found = re.findall(r'name="once" value="(\w{32})"', text)
    assert len(found) == len(set(found)) == text.count('name="csrfmiddlewaretoken"')
