import pytest
from hypothesis import given
from hypothesis import strategies as some

from ombud.privacy.sealing.errors import CannotOpen, Damaged, WrongKey
from ombud.privacy.sealing.letters import address, address_of, new_pair, open_letter, public_of, seal_to
from ombud.privacy.sealing.place import Place

PRIVATE, PUBLIC = new_pair()
PLACE = Place("0165", "", "inbox", "", "row")


@given(some.binary(max_size=2000))
def test_the_receiver_reads_it(plain: bytes) -> None:
    assert open_letter(PRIVATE, seal_to(PUBLIC, plain, PLACE), PLACE) == plain


def test_a_pair_belongs_together() -> None:
    assert public_of(PRIVATE) == PUBLIC


def test_somebody_else_does_not() -> None:
    with pytest.raises(WrongKey):
        open_letter(new_pair()[0], seal_to(PUBLIC, b"Ja", PLACE), PLACE)


def test_readdressed_it_does_not_open_either() -> None:
    private, public = new_pair()
    sealed = seal_to(PUBLIC, b"Ja", PLACE)
    with pytest.raises(Damaged):
        open_letter(private, sealed[:2] + address(public) + sealed[18:], PLACE)


def test_moved_it_does_not_open() -> None:
    with pytest.raises(Damaged):
        open_letter(PRIVATE, seal_to(PUBLIC, b"Ja", PLACE), Place("0165", "", "inbox", "", "another row"))


@given(some.binary(max_size=200))
def test_rubbish_is_refused_and_nothing_else_happens(rubbish: bytes) -> None:
    for sealed in (rubbish, b"\x01\x02" + rubbish, b"\x01\x02" + address(PUBLIC) + rubbish):
        with pytest.raises(CannotOpen):
            open_letter(PRIVATE, sealed, PLACE)


def test_a_point_without_order_is_damage() -> None:
    sealed = seal_to(PUBLIC, b"Ja", PLACE)
    with pytest.raises(Damaged):
        open_letter(PRIVATE, sealed[:18] + bytes(32) + sealed[50:], PLACE)


def test_the_address_names_the_key() -> None:
    assert address_of(seal_to(PUBLIC, b"Ja", PLACE)) == address(PUBLIC)
