import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from hypothesis import given
from hypothesis import strategies as some

from ombud.privacy.sealing.derivation import derive, new_key
from ombud.privacy.sealing.errors import CannotOpen, Damaged, WrongKey
from ombud.privacy.sealing.place import Place, joined
from ombud.privacy.sealing.texts import BODY, TAG, Sealer, is_text, seal, unseal

KEY = bytes(range(32))
PLACE = Place("0165", "case", "note", "text", "row")


@given(some.binary(max_size=3000), some.tuples(*[some.text(max_size=8)] * 5))
def test_what_was_sealed_opens_in_its_place(plain: bytes, parts: tuple[str, str, str, str, str]) -> None:
    place = Place(*parts)
    assert unseal(KEY, seal(KEY, plain, place), place) == plain


@given(some.text(max_size=2000))
def test_the_text_is_not_in_what_is_stored(text: str) -> None:
    plain = text.encode()
    assert len(plain) < 4 or plain not in seal(KEY, plain, PLACE)


def test_the_same_text_never_looks_the_same() -> None:
    assert len({seal(KEY, b"Ja", PLACE) for _ in range(50)}) == 50


PARTS = some.lists(some.text(alphabet="a\0", max_size=2), min_size=5, max_size=5)


@given(PARTS, PARTS)
def test_two_places_never_read_alike(one: list[str], other: list[str]) -> None:
    assert (one == other) == (Place(*one).encoded() == Place(*other).encoded())


@pytest.mark.parametrize("name", ["office", "case", "table", "field", "row"])
def test_moved_from_its_place_it_does_not_open(name: str) -> None:
    parts = {part: getattr(PLACE, part) for part in ("office", "case", "table", "field", "row")}
    with pytest.raises(Damaged):
        unseal(KEY, seal(KEY, b"Ja", PLACE), Place(**parts | {name: "another"}))


def test_a_wrong_key_is_told_from_damage() -> None:
    sealed = seal(KEY, b"Ja", PLACE)
    with pytest.raises(WrongKey):
        unseal(new_key(), sealed, PLACE)
    with pytest.raises(Damaged):
        unseal(KEY, sealed[:-1] + bytes([sealed[-1] ^ 1]), PLACE)


@given(some.binary(max_size=200))
def test_rubbish_is_refused_and_nothing_else_happens(rubbish: bytes) -> None:
    with pytest.raises(CannotOpen):
        unseal(KEY, rubbish, PLACE)
    with pytest.raises(CannotOpen):
        unseal(KEY, b"\x01\x01" + rubbish, PLACE)


@pytest.mark.parametrize("length", range(0, 110, 7))
def test_cut_short_it_is_damaged(length: int) -> None:
    sealed = seal(KEY, b"Ja", PLACE)
    with pytest.raises(CannotOpen):
        unseal(KEY, sealed[:length], PLACE)


def test_an_unknown_version_is_damaged() -> None:
    sealed = seal(KEY, b"Ja", PLACE)
    with pytest.raises(Damaged):
        unseal(KEY, b"\x02" + sealed[1:], PLACE)
    with pytest.raises(Damaged):
        unseal(KEY, b"\x01\x02" + sealed[2:], PLACE)


def test_a_database_may_give_a_view() -> None:
    sealed = memoryview(seal(KEY, b"Ja", PLACE))
    assert unseal(KEY, sealed, PLACE) == b"Ja"
    assert is_text(sealed)


def test_the_layout() -> None:
    assert len(seal(KEY, b"Ja", PLACE)) == BODY + 64 + TAG


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32"):
        Sealer(b"short")


def test_nothing_shows_a_key() -> None:
    assert KEY.hex() not in repr(Sealer(KEY)) + repr(vars(Sealer))
    assert repr(Sealer(KEY)) == "Sealer()"


def test_derivation_is_hkdf_with_an_info_of_its_own() -> None:
    expected = HKDFExpand(SHA256(), 32, joined("ombud", "case", "1")).derive(KEY)
    assert derive(KEY, "case", "1") == expected
    others = (("case1",), ("case", "1", ""), ("1", "case"))
    assert expected not in {derive(KEY, *context) for context in others}
