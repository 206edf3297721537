import pytest
from hypothesis import given
from hypothesis import strategies as some

from ombud.privacy.sealing.codes import LETTERS, Code, Kind, new_belonging, new_code, read_code
from ombud.privacy.sealing.errors import Mistyped

CODE = Code(Kind.PERSON, b"abc", bytes(range(32)))


@given(some.sampled_from(Kind), some.binary(min_size=3, max_size=3), some.binary(min_size=32, max_size=32))
def test_a_printed_code_reads_back(kind: Kind, belongs: bytes, secret: bytes) -> None:
    assert read_code(Code(kind, belongs, secret).printed()) == Code(kind, belongs, secret)


def test_a_code_is_16_groups_of_four_without_look_alikes() -> None:
    groups = new_code(Kind.ENVELOPE, new_belonging()).printed().split(" ")
    assert [len(group) for group in groups] == [4] * 16
    assert not set("".join(groups)) & set("IO01")
    assert len(set(LETTERS)) == 32


@pytest.mark.parametrize("between", ["", "-", "  ", "\n", " \u2013 "])
def test_spaces_and_small_letters_do_not_matter(between: str) -> None:
    assert read_code(f" {between.join(CODE.printed().split()).lower()} ") == CODE


@given(some.integers(0, 63), some.sampled_from(LETTERS))
def test_one_wrong_letter_is_a_slip(place: int, letter: str) -> None:
    letters = CODE.printed().replace(" ", "")
    if letters[place] != letter:
        with pytest.raises(Mistyped):
            read_code(letters[:place] + letter + letters[place + 1 :])


@given(some.integers(0, 62))
def test_two_letters_exchanged_are_a_slip(place: int) -> None:
    letters = CODE.printed().replace(" ", "")
    if letters[place] != letters[place + 1]:
        with pytest.raises(Mistyped):
            read_code(letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :])


def test_an_impossible_letter_is_named_by_its_group() -> None:
    groups = CODE.printed().split()
    groups[4] = "AB1C"
    with pytest.raises(Mistyped) as error:
        read_code(" ".join(groups))
    assert error.value.group == 5


@pytest.mark.parametrize("typed", ["", "ABCD", CODE.printed()[:-1], CODE.printed() + " ABCD", "æøå ß \u0130"])
def test_other_lengths_are_slips(typed: str) -> None:
    with pytest.raises(Mistyped):
        read_code(typed)


def test_a_code_does_not_show_its_secret() -> None:
    assert repr(CODE.secret) not in repr(CODE)
    assert "secret" not in repr(CODE)
