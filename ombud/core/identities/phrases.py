"""Many sequences of words looked up in a text at once: a dictionary of them, and the lengths a first word begins."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ombud.core.identities.spelling import Token, sound, spellings

Gap = Callable[[str], bool]


class Phrases:
    """``add`` sequences, then ``find`` them all in one walk. Words are compared by their sound, numbers as they are;
    the last word may have an ending.
    """

    def __init__(self) -> None:
        self._cases: dict[tuple[str, ...], str] = {}
        self._lengths: dict[str, set[int]] = defaultdict(set)

    def add(self, parts: Sequence[str], case: str) -> None:
        key = tuple(sound(part) for part in parts)
        if key:
            self._cases.setdefault(key, case)
            self._lengths[key[0]].add(len(key))

    def find(
        self, text: str, tokens: Sequence[Token], heard: Sequence[str], joins: Gap
    ) -> Iterator[tuple[int, int, str]]:
        """Number of the first token, number after the last, case. ``heard`` are the tokens by their sound; ``joins``
        says whether what stands between two words lets them belong together.
        """
        for first, beginning in enumerate(heard):
            lengths = self._lengths.get(beginning)
            if lengths is None and beginning[-1:] != "s":
                continue
            for length in sorted({1, *(lengths or ())}, reverse=True):
                last = first + length - 1
                case = self._case(heard, tokens, first, last)
                if case is not None and all(
                    joins(text[tokens[at].end : tokens[at + 1].start]) for at in range(first, last)
                ):
                    yield first, last + 1, case
                    break

    def _case(self, heard: Sequence[str], tokens: Sequence[Token], first: int, last: int) -> str | None:
        if last >= len(tokens):
            return None
        before = tuple(heard[first:last])
        for ending in spellings(tokens[last].text).sounds:
            case = self._cases.get((*before, ending))
            if case is not None:
                return case
        return None
