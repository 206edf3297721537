import pytest
from hypothesis import given
from hypothesis import strategies as some

from ombud.privacy.sealing.errors import Damaged
from ombud.privacy.sealing.padding import pad, padded_size, unpad


@given(some.binary(max_size=5000))
def test_padding_comes_off_again(plain: bytes) -> None:
    assert unpad(pad(plain)) == plain
    assert len(pad(plain)) == padded_size(len(plain))


@given(some.integers(0, 511))
def test_a_short_text_tells_64_bytes(length: int) -> None:
    assert padded_size(length) % 64 == 0
    assert length < padded_size(length) <= length + 64


@given(some.integers(512, 1 << 38))
def test_a_long_text_is_at_most_12_per_cent_longer(length: int) -> None:
    assert length < padded_size(length) <= length * 1.12


@given(some.integers(0, 1 << 38), some.integers(0, 1 << 20))
def test_a_longer_text_never_looks_shorter(length: int, more: int) -> None:
    assert padded_size(length) <= padded_size(length + more)


def test_there_are_few_sizes_up_to_a_hundred_megabytes() -> None:
    assert len({padded_size(length) for length in range(20_000)}) < 45
    assert len({padded_size(1000 + step * 10_000) for step in range(10_000)}) < 110


@given(some.integers(511, 1 << 30))
def test_a_step_is_as_wide_as_is_allowed(length: int) -> None:
    """Else the size would tell more than 12 %: the next step lies about 12 % above this one."""
    here = padded_size(length)
    assert padded_size(here) >= here * 1.11


@pytest.mark.parametrize("padded", [b"", b"\0" * 64, b"text" + b"\0" * 60])
def test_without_its_mark_it_is_damaged(padded: bytes) -> None:
    with pytest.raises(Damaged):
        unpad(padded)
