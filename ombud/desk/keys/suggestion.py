"""A passphrase that nobody has used before, out of short Danish words."""

import secrets
from functools import cache
from pathlib import Path

WORDS = 5
_LIST = Path(__file__).parent / "words.txt"


def suggest() -> str:
    """Five words drawn at random from more than 2,048: at least 55 bits, behind a slow derivation."""
    return " ".join(secrets.choice(words()) for _place in range(WORDS))


@cache
def words() -> tuple[str, ...]:
    """The program's own list: three to eight letters each, none twice."""
    return tuple(_LIST.read_text(encoding="utf-8").split())
