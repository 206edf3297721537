"""Notes: corrected without loss, two writing at once, and wrong words marked as wrong."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ombud.casework.actions import editing
from ombud.casework.actions.case_files.notes import correct_note, write_note
from ombud.casework.actions.case_files.reading import read_case, read_proof
from ombud.casework.actions.case_files.rectifications import rectify, rectify_note, tell
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.models import CaseFile, Note, Rectification
from ombud.casework.queries.case_files.opening import opened_note
from ombud.casework.queries.editing import others_editing, others_who_saved
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from tests.casework.case_files.conftest import DAY, note
from tests.cast import Cast


def test_two_correct_the_same_note_and_no_text_is_lost(
    case: CaseFile, keys: Keyring, keys_of_bo: Keyring, cast: Cast
) -> None:
    row = write_note(case=case, text=note("Første"), keys=keys, by=cast.asta)
    correct_note(note=row, version=1, text=note("Bos"), keys=keys_of_bo, by=cast.bo)
    with pytest.raises(ChangedMeanwhile):
        correct_note(note=row, version=1, text=note("Astas"), keys=keys, by=cast.asta)
    stored = opened_note(Note.objects.select_related("case").get(), keys)
    assert (stored.text.text, stored.text.by, stored.version) == ("Bos", cast.bo.name, 2)
    assert [(one.number, one.text.text, one.wrong) for one in stored.earlier] == [(1, "Første", False)]


def test_notes_come_by_their_day_the_last_first(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    for day in (2, 9, 5):
        write_note(case=case, text=note(str(day), on=date(2024, 4, day)), keys=keys, by=cast.asta)
    assert [one.text.text for one in read_case(case.pk, keys=keys, by=cast.asta).notes] == ["9", "5", "2"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"text": " "}, "text"), ({"kind": "song"}, "kind"), ({"on": date(2999, 1, 1)}, "on")],
)
def test_what_cannot_be_a_note_is_refused(
    case: CaseFile, keys: Keyring, cast: Cast, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        write_note(case=case, text=note(**fields), keys=keys, by=cast.asta)
    assert list(refused.value.message_dict) == [field]
    assert not Note.objects.exists()


def test_wrong_words_stay_readable_marked_as_wrong_and_every_recipient_is_told(
    case: CaseFile, keys: Keyring, cast: Cast
) -> None:
    row = write_note(case=case, text=note("Født i Ishøj"), keys=keys, by=cast.asta)
    given = {"why": "Pas forevist", "recipients": ["Børn & Familie", "Jobcenteret"], "keys": keys, "by": cast.asta}
    made = rectify_note(note=row, version=1, wording=note("Født i Albertslund"), **given)
    told_on = timezone.localdate()
    tell(rectification=made, version=1, name="Jobcenteret", on=told_on, how="Brev", keys=keys, by=cast.asta)
    read = read_case(case.pk, keys=keys, by=cast.asta)
    assert read.notes[0].text.text == "Født i Albertslund"
    assert [(one.text.text, one.wrong) for one in read.notes[0].earlier] == [("Født i Ishøj", True)]
    [rectification] = read.rectifications
    assert (rectification.text.stood, rectification.text.right) == ("Født i Ishøj", "Født i Albertslund")
    assert rectification.untold == ("Børn & Familie",)
    proof = read_proof(Rectification.objects.select_related("case__municipality").get(), keys=keys, by=cast.asta)
    assert [(one.name, one.told_on, one.how) for one in proof.text.recipients][1] == ("Jobcenteret", told_on, "Brev")


def test_a_rectification_needs_what_stood_what_is_right_and_why(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        rectify(case=case, on=DAY, stood="x", right=" ", why="", recipients=[], keys=keys, by=cast.asta)
    assert set(refused.value.message_dict) == {"right", "why"}
    row = write_note(case=case, text=note("Det samme"), keys=keys, by=cast.asta)
    with pytest.raises(ValidationError):
        rectify_note(note=row, version=1, wording=note("Det samme"), why="x", recipients=[], keys=keys, by=cast.asta)
    assert not Rectification.objects.exists()


def test_nobody_is_told_before_it_was_put_right(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    made = rectify(case=case, on=DAY, stood="x", right="y", why="z", recipients=["A"], keys=keys, by=cast.asta)
    with pytest.raises(ValidationError):
        tell(rectification=made, version=1, name="A", on=DAY - timedelta(1), how="Brev", keys=keys, by=cast.asta)


def test_two_who_write_in_the_same_row_know_of_each_other(in_albertslund: Municipality, cast: Cast) -> None:
    now = timezone.now()
    editing.seen(noun="note", row="1", by=cast.asta, now=now)
    editing.seen(noun="note", row="1", by=cast.bo, now=now)
    assert others_editing(noun="note", row="1", by=cast.asta, now=now) == [cast.bo.name]
    assert others_editing(noun="note", row="2", by=cast.asta, now=now) == []
    later = now + timedelta(minutes=2, seconds=1)
    assert others_editing(noun="note", row="1", by=cast.asta, now=later) == []
    editing.saved(noun="note", row="1", by=cast.bo, version=3, now=now)
    assert others_editing(noun="note", row="1", by=cast.asta, now=now) == []
    assert others_who_saved(noun="note", row="1", by=cast.asta, version=3) == [cast.bo.name]
    assert others_who_saved(noun="note", row="1", by=cast.bo, version=3) == []
    assert others_who_saved(noun="note", row="1", by=cast.asta, version=4) == []
    editing.seen(noun="note", row="9", by=cast.asta, now=now + editing.REMEMBERED + timedelta(seconds=1))
    assert others_who_saved(noun="note", row="1", by=cast.asta, version=3) == []
