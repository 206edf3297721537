"""A letter of the inbox becomes a note and documents of a case."""

from datetime import UTC, datetime

from ombud.casework.actions.case_files.reading import read_case
from ombud.casework.actions.case_files.taking import take
from ombud.casework.contents.note import NoteKind
from ombud.intake.actions.inbox import deliver
from ombud.intake.letter import Enclosure
from ombud.intake.models import InboxItem, InboxPart
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from tests.casework.conftest import Register
from tests.cast import Cast


def test_a_letter_opens_the_case_of_its_registration_and_the_next_one_joins_it(
    in_albertslund: Municipality, registered: Register, keys: Keyring, cast: Cast
) -> None:
    enquiry, at = registered(), datetime(2024, 4, 9, 23, 30, tzinfo=UTC)
    letters = [
        deliver(municipality=in_albertslund, text="Jeg fik afslag", subject="Afslag", sender="Jens", channel="mail",
                files=[Enclosure("afgørelse.txt", "text/plain", b"Nej")], received_at=at),
        deliver(municipality=in_albertslund, text="Og så igen", channel="form", received_at=at),
    ]  # fmt: skip
    cases = [take(item=item, enquiry=enquiry, keys=keys, by=cast.asta) for item in letters]
    assert cases[0].pk == cases[1].pk
    read = read_case(cases[0].pk, keys=keys, by=cast.asta)
    assert read.text.title == "Afslag"
    assert {one.text.text for one in read.notes} == {"From: Jens\n\nJeg fik afslag", "Og så igen"}
    assert {str(one.text.on) for one in read.notes} == {"2024-04-10"}
    assert {one.text.kind for one in read.notes} == {NoteKind.MAIL, NoteKind.LETTER}
    assert [(one.text.name, one.text.received_from) for one in read.documents] == [("afgørelse.txt", "Jens")]
    assert not InboxItem.objects.exists()
    assert not InboxPart.objects.exists()
