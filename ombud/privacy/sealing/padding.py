"""How long a sealed value looks: steps of 64 bytes, above 512 bytes steps of at most 12 %.

The end of the content is marked by one byte, so the steps hold for the content with its mark.
"""

from bisect import bisect_left

from ombud.privacy.sealing.errors import Damaged

STEP = 64
SMALL = 512
PER_CENT = 12
LONGEST = 1 << 40
MARK = b"\x80"


def _steps() -> list[int]:
    sizes = list(range(STEP, SMALL + 1, STEP))
    while sizes[-1] < LONGEST:
        sizes.append(sizes[-1] + sizes[-1] * PER_CENT // 100)
    return sizes


SIZES = _steps()


def padded_size(length: int) -> int:
    """How many bytes are sealed for ``length`` bytes: the smallest step with room for them and their mark."""
    return SIZES[bisect_left(SIZES, length + 1)]


def pad(plain: bytes) -> bytes:
    """The text, a mark and zeros up to its step."""
    return (plain + MARK).ljust(padded_size(len(plain)), b"\0")


def unpad(padded: bytes) -> bytes:
    """The text again. Raises Damaged where no mark is found."""
    plain = padded.rstrip(b"\0")
    if plain[-1:] != MARK:
        raise Damaged
    return plain[:-1]
