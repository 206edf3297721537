"""Every action that is written into the log has a sentence; none names the citizen or falls back to its code."""

import re

import pytest
from django.utils import translation

from ombud.audit.models import Event
from ombud.audit.record import READS
from ombud.desk.log.people import People
from ombud.desk.log.sentences import SENTENCES, office, sentence
from tests.desk.log.actions import nouns, written

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
OF_OTHER_ROOMS = {"appealboard", "remarktheme"}
"""Rows of the set-up that lie in the room of appeals."""


def test_every_action_of_the_source_has_a_sentence() -> None:
    actions, verbs, unread = written()
    assert not unread, "the action cannot be read from the source: give it as a text"
    assert len(actions) > 60
    assert not {action for action in actions if action not in SENTENCES}
    assert verbs == set(office.VERBS)


def test_every_row_of_the_set_up_has_a_name() -> None:
    assert set(office.NOUNS) == nouns() | OF_OTHER_ROOMS


@pytest.mark.parametrize("action", sorted(SENTENCES))
def test_a_sentence_has_who_and_nothing_unknown(action: str) -> None:
    found = set(PLACEHOLDER.findall(str(SENTENCES[action])))
    assert found <= {"who", "whom"}
    assert "who" in found or action in ("log.head_sent", "inbox.delivered")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["da", "en"])
def test_sentences_name_people_and_not_things(cast: object, language: str) -> None:
    bo = cast.bo  # type: ignore[attr-defined]
    lines = [
        Event(action="case.read", noun="case", by=str(bo.pk), label="Hanne"),
        Event(action="keys.granted", noun="user", noun_id=str(bo.pk), by="999999"),
        Event(action="department.changed", noun="department", by=""),
        Event(action="gone.forever", noun="gone", by=""),
    ]
    people = People(lines)
    with translation.override(language):
        told = [sentence(line, people) for line in lines]
    assert "Bo Eksempel" in told[0]
    assert "Bo Eksempel" in told[1]
    assert "gone.forever" in told[3]
    assert not any("Hanne" in one or "%(" in one for one in told)


LOOKING = ("read", "listed", "searched", "shown", "previewed", "looked_up", "exported")


def test_every_look_is_kept_whatever_happens_to_the_page() -> None:
    """The line of a read is committed on its own: an action that looks must be among ``READS``."""
    actions, _verbs, _unread = written()
    assert {action for action in actions if action.partition(".")[2] in LOOKING} == READS & actions
