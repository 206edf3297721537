import io
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ombud.privacy.sealing.errors import CannotOpen, Damaged, WrongKey
from ombud.privacy.sealing.padding import padded_size
from ombud.privacy.sealing.pieces import (
    HEAD,
    PIECE,
    SEALED_PIECE,
    PieceSealer,
    new_key,
    sealed_size,
    unseal_pieces,
)
from ombud.privacy.sealing.place import Place

KEY = bytes(range(32))
LENGTHS = (0, 1, 63, 64, 511, 512, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE - 1, 2 * PIECE, 3 * PIECE + 17, 20 * PIECE)


def content(length: int) -> bytes:
    return (bytes(range(1, 252)) * (length // 251 + 1))[:length]


def sealed(plain: bytes, step: int = 50_000, place: Place | None = None) -> bytes:
    sealer = PieceSealer(KEY, place)
    parts = [sealer.update(plain[start : start + step]) for start in range(0, len(plain), step)]
    return b"".join([*parts, sealer.finish()])


def opened(data: bytes, place: Place | None = None) -> bytes:
    return b"".join(unseal_pieces(KEY, io.BytesIO(data), place))


def pieces(data: bytes) -> list[bytes]:
    return [data[start : start + SEALED_PIECE] for start in range(HEAD, len(data), SEALED_PIECE)]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_file_comes_back(length: int) -> None:
    plain = content(length)
    assert opened(sealed(plain)) == plain
    assert len(sealed(plain)) == sealed_size(length)


@settings(deadline=None, max_examples=30)
@given(some.binary(max_size=3 * PIECE), some.integers(1, 2 * PIECE), some.integers(1, 2 * PIECE))
def test_however_it_is_cut_on_the_way(plain: bytes, in_steps: int, out_steps: int) -> None:
    data = sealed(plain, max(in_steps, 500))
    steps = max(out_steps, 500)
    source = [data[start : start + steps] for start in range(0, len(data), steps)]
    assert b"".join(unseal_pieces(KEY, source)) == plain


@pytest.mark.parametrize("length", LENGTHS)
def test_the_length_is_told_to_12_per_cent(length: int) -> None:
    pieces_of_it = -(-padded_size(length) // PIECE)
    assert len(sealed(content(length))) == HEAD + padded_size(length) + pieces_of_it * 20


@pytest.mark.parametrize("length", [0, 100, PIECE, 3 * PIECE + 17])
def test_a_file_cut_anywhere_is_refused(length: int) -> None:
    data = sealed(content(length))
    for end in {*range(0, len(data), 4999), *range(HEAD, len(data), SEALED_PIECE), len(data) - 1}:
        with pytest.raises(CannotOpen):
            opened(data[:end])


def test_pieces_in_another_order_are_refused() -> None:
    data = sealed(content(3 * PIECE + 17))
    one, two, *rest = pieces(data)
    with pytest.raises(Damaged):
        opened(data[:HEAD] + two + one + b"".join(rest))
    with pytest.raises(Damaged):
        opened(data[:HEAD] + one + one + two + b"".join(rest))
    with pytest.raises(Damaged):
        opened(data[:HEAD] + one + b"".join(rest))


@pytest.mark.parametrize("more", [b"\0", b"x" * 100, b"x" * SEALED_PIECE])
@pytest.mark.parametrize("length", [100, PIECE - 1, 2 * PIECE])
def test_appended_bytes_are_refused(length: int, more: bytes) -> None:
    with pytest.raises(Damaged):
        opened(sealed(content(length)) + more)


def test_pieces_of_another_file_are_refused() -> None:
    one, other = sealed(content(3 * PIECE)), sealed(content(3 * PIECE))
    with pytest.raises(Damaged):
        opened(one[: HEAD + SEALED_PIECE] + other[HEAD + SEALED_PIECE :])


def test_a_wrong_key_or_place_is_refused() -> None:
    place = Place("0165", "case", "document", "file", "row")
    assert opened(sealed(b"Ja", place=place), place) == b"Ja"
    with pytest.raises(Damaged):
        opened(sealed(b"Ja", place=place))
    with pytest.raises(WrongKey):
        list(unseal_pieces(new_key(), io.BytesIO(sealed(b"Ja"))))


def test_a_finished_file_takes_no_more() -> None:
    sealer = PieceSealer(KEY)
    sealer.finish()
    with pytest.raises(ValueError, match="finished"):
        sealer.update(b"more")
    with pytest.raises(ValueError, match="finished"):
        sealer.finish()


def test_a_long_file_is_read_piece_by_piece() -> None:
    """The first piece is given when the second has been read, not at the end of the file."""
    read = 0

    def slowly(data: bytes) -> Iterator[bytes]:
        nonlocal read
        for start in range(0, len(data), PIECE):
            read += 1
            yield data[start : start + PIECE]

    assert len(next(unseal_pieces(KEY, slowly(sealed(content(50 * PIECE)))))) == PIECE
    assert read <= 4


def test_the_content_is_not_in_what_is_stored() -> None:
    assert content(300) not in sealed(content(300) * 1000)


def test_a_sealer_shows_nothing() -> None:
    assert repr(PieceSealer(KEY)) == "PieceSealer()"
