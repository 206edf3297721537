"""Words that are looked for in opened texts: small and capital letters are the same, å is found as aa and back."""

import json
import unicodedata
from dataclasses import dataclass

from ombud.core import cpr

FOLD = bytes.maketrans(
    bytes([*range(ord("A"), ord("Z") + 1), *range(0x80, 0x9F)]),
    bytes([*range(ord("a"), ord("z") + 1), *range(0xA0, 0xBF)]),
)
"""Capital to small in UTF-8, for the letters of English and of Western Europe; it may also make other signs alike."""
LAST_FOLDED = "þ"


@dataclass(frozen=True, repr=False)
class Word:
    """A word in the ways it may be spelt, and each as it stands in the bytes of JSON once those are folded.

    ``beyond`` says that it has letters which the folding of bytes does not know, such as ł.
    """

    spellings: tuple[str, ...]
    folded: tuple[bytes, ...]
    beyond: bool

    def stands_in(self, low: str) -> bool:
        """Whether it stands in a text whose capital letters were made small (``casefold``)."""
        return any(one in low for one in self.spellings)

    def may_stand_in(self, content: bytes, folded: bytes) -> bool:
        """A quick first look that misses nothing, but finds too much: names of fields and codes count here."""
        if self.beyond:
            low = content.decode().casefold()
            return any(_escaped(one) in low for one in self.spellings)
        return any(one in folded for one in self.folded)


def words_of(text: str) -> list[Word]:
    """The words that are looked for, each once. A CPR number is found however it is typed."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return [_word(one) for one in dict.fromkeys(cpr.normal(one) or one for one in plain.split())]


def _word(text: str) -> Word:
    spellings = tuple(dict.fromkeys((text, text.replace("å", "aa"), text.replace("aa", "å"))))
    folded = tuple(_escaped(one).encode().translate(FOLD) for one in spellings)
    return Word(spellings, folded, beyond=max(text) > LAST_FOLDED)


def _escaped(text: str) -> str:
    """As it stands inside the quotation marks of JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]
