"""A passage as the search reads it: words with their neighbours, and whether each looks like a name."""

import re
from collections.abc import Callable
from functools import cached_property

from ombud.core.identities.common_names import PARTICLES
from ombud.core.identities.ordinary_words import ORDINARY
from ombud.core.identities.spelling import plain, readable, sound, spellings, tokens_of

_NEW_SENTENCE = re.compile(r"[.!?:;]|\n\s*\n|\n\s*[-*#>\d]|\t")
_BEGINS = re.compile(r"(?:^|[.!?:\n\t•|])[\s*_»“\"(#>\d.)-]*$")
_LINKING = frozenset(("og", "and", "samt")) | PARTICLES
ORDINARY_PLAIN = frozenset(map(plain, ORDINARY))
MOST_BETWEEN = 3


class Reading:
    """The words of one passage. ``is_nobodys`` says of a plain word that it is one of the office's own vocabulary."""

    def __init__(self, text: str, is_nobodys: Callable[[str], bool]) -> None:
        self.text, self._places = readable(text)
        self.tokens = tokens_of(self.text)
        self._is_nobodys = is_nobodys

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Where in the text as it was given the tokens from the first to before the last stand."""
        return self.place(self.tokens[first].start), self.place(self.tokens[after - 1].end)

    def place(self, at: int) -> int:
        """The place in the text as it was given."""
        return self._places[at]

    @cached_property
    def sounds(self) -> list[str]:
        """Every word by its sound, with its ending."""
        return [sound(token.text) for token in self.tokens]

    def gap(self, at: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.tokens[at].end : self.tokens[at + 1].start]

    def is_name_like(self, at: int) -> bool:
        """Written with a capital."""
        return self.tokens[at].text[0].isupper()

    def begins(self, at: int) -> bool:
        """Whether it is the first word of a sentence, a line or a quotation, where any word has a capital."""
        start = self.tokens[at].start
        return bool(_BEGINS.search(self.text[max(0, start - 8) : start]))

    def is_ordinary(self, at: int) -> bool:
        """A word of everyday Danish or of the office, with an ending or without."""
        word = plain(self.tokens[at].text)
        return word in ORDINARY_PLAIN or self._is_nobodys(word) or (word[-1:] == "s" and self._is_nobodys(word[:-1]))

    def is_weak(self, at: int) -> bool:
        """Ordinary, and not written as a name."""
        return self.is_ordinary(at) and not self.is_name_like(at)

    def is_initial(self, at: int) -> bool:
        token = self.tokens[at].text
        return len(token) == 1 and token.isalpha() and self.is_name_like(at)

    def heard(self, at: int) -> tuple[str, ...]:
        """What the word may be an inflection of, by its sound."""
        return spellings(self.tokens[at].text).sounds

    def with_next(self, at: int) -> str:
        """The sound of the word with the next, where a hyphen or a space may have been put into one name; else ""."""
        if at + 1 >= len(self.tokens) or self.gap(at) not in ("-", " ", "‑", "\u00a0"):
            return ""
        if self.gap(at) != "-" and not (self.is_name_like(at) and self.is_name_like(at + 1)):
            return ""
        return sound(self.tokens[at].text + self.tokens[at + 1].text)

    def belong_together(self, first: int, last: int) -> bool:
        """Whether two words, with at most three others between, may be parts of one name: no sentence ends between
        them, and what stands between are names, initials and little words.
        """
        for at in range(first, last):
            gap = self.gap(at)
            if len(gap.strip("*_ ")) > 3 or _NEW_SENTENCE.search(gap.replace(".", "", self._is_short(at))):
                return False
            if at > first and not self._links(at):
                return False
        return True

    def _is_short(self, at: int) -> int:
        """1 where a full stop after the word only shortens it."""
        return int(len(self.tokens[at].text) <= 2)

    def _links(self, at: int) -> bool:
        if self.tokens[at].is_number:
            return False
        return plain(self.tokens[at].text) in _LINKING or self.is_initial(at) or self.is_name_like(at)
