"""LIX, the Scandinavian readability number (R263): words a sentence plus the per cent of words over six letters."""

import re
from fractions import Fraction

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")


def lix(text: str) -> Fraction | None:
    """About 25 is very easy, 45 ordinary, over 55 very hard. None where there is not a word."""
    words = _WORD.findall(text)
    if not words:
        return None
    sentences = max(1, sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part)))
    long_words = sum(len(word) > 6 for word in words)
    return Fraction(len(words), sentences) + Fraction(100 * long_words, len(words))
