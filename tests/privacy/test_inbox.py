import pytest

from ombud.privacy import inbox
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import Damaged, NoAccess, NoKeys, WrongKey
from tests.privacy.people import CLARA, OTHER_OFFICE, again, keyring, office_of

pytestmark = pytest.mark.django_db


def test_anybody_writes_and_the_members_read(anna: Keyring, bent: Keyring, office: str) -> None:
    sealed = inbox.seal_to_office(office, b"Brev", "7")
    for someone in (anna, again(bent)):
        assert inbox.open_from_inbox(someone, office, sealed, "7") == b"Brev"


def test_nobody_else_does(office: str) -> None:
    sealed = inbox.seal_to_office(office, b"Brev", "7")
    clara = keyring(CLARA)
    with pytest.raises(NoAccess):
        inbox.open_from_inbox(clara, office, sealed, "7")
    dorte = keyring("dorte", OTHER_OFFICE)
    office_of(dorte, office=OTHER_OFFICE)
    with pytest.raises(WrongKey):
        inbox.open_from_inbox(dorte, OTHER_OFFICE, sealed, "7")


def test_an_item_opens_as_itself_only(anna: Keyring, office: str) -> None:
    with pytest.raises(Damaged):
        inbox.open_from_inbox(anna, office, inbox.seal_to_office(office, b"Brev", "7"), "8")


def test_without_an_office_key_nothing_is_taken() -> None:
    with pytest.raises(NoAccess):
        inbox.seal_to_office(OTHER_OFFICE, b"Brev", "7")


def test_a_letter_to_one_person(anna: Keyring, bent: Keyring) -> None:
    sealed = inbox.seal_to_person("anna", b"Til Anna", "1")
    assert inbox.open_own(again(anna), sealed, "1") == b"Til Anna"
    with pytest.raises(WrongKey):
        inbox.open_own(bent, sealed, "1")
    with pytest.raises(Damaged):
        inbox.open_own(anna, sealed, "2")
    with pytest.raises(NoKeys):
        inbox.seal_to_person("nobody", b"", "1")
