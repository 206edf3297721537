"""Persons in one passage. A pair of parts is looked for first; what is left may be a part that stands alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from ombud.core.identities.common_names import TITLES
from ombud.core.identities.found import Why
from ombud.core.identities.names import COMMON_PLAIN, COMMON_SOUNDS, Names, Pair, Part
from ombud.core.identities.reading import MOST_BETWEEN, Reading
from ombud.core.identities.spelling import plain, spellings

SHORT = 3
"""Letters of a part that is asked about at most when it stands alone."""
LONG_ENOUGH = 5
"""Letters of a rare part that is taken for sure although it is spelt in another way."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """Tokens from ``first`` to before ``after`` that name somebody."""

    first: int
    after: int
    why: Why
    stops: bool
    case: str


def persons_in(reading: Reading, names: Names) -> Iterator[Spotted]:
    """Each place once, in reading order of what was found together, then alone."""
    named = _candidates(reading, names)
    covered: set[int] = set()
    for first in named:
        for last in range(first + 1, min(first + MOST_BETWEEN + 2, len(reading.tokens))):
            pair = _pair(reading, names, first, last) if last in named else None
            if pair is None:
                continue
            spotted = _judged(reading, pair, first, last)
            if spotted is not None and not covered.issuperset(range(first, last + 1)):
                covered.update(range(first, last + 1))
                yield spotted
    for at in named:
        if at not in covered and (alone := _alone(reading, names, at)) is not None:
            yield alone


def _candidates(reading: Reading, names: Names) -> dict[int, tuple[str, ...]]:
    """The words that may be a part of a name, by their place: by their sounds, joined ones and initials too."""
    found: dict[int, tuple[str, ...]] = {}
    for at, token in enumerate(reading.tokens):
        if token.is_number:
            continue
        if reading.is_initial(at):
            found[at] = (spellings(token.text).sounds[0], plain(token.text) + ".")
            continue
        heard = reading.heard(at)
        both = reading.with_next(at)
        if both in names.joined and both in names.parts:
            heard = (*heard, both)
        if any(one in names.parts for one in heard) or any(one in names.allowed_parts for one in heard):
            found[at] = heard
    return found


def _pair(reading: Reading, names: Names, first: int, last: int) -> Pair | None:
    """None also where the two cannot belong together, or one is a small letter's everyday word far from the other."""
    heard = _candidate(reading, names, first), _candidate(reading, names, last)
    pair = names.pair(*heard)
    if pair is None or not reading.belong_together(first, last):
        return None
    return pair


def _candidate(reading: Reading, names: Names, at: int) -> tuple[str, ...]:
    if reading.is_initial(at):
        letter = reading.tokens[at].text
        return (spellings(letter).sounds[0], plain(letter) + ".")
    both = reading.with_next(at)
    return (*reading.heard(at), both) if both in names.joined else reading.heard(at)


def _judged(reading: Reading, pair: Pair, first: int, last: int) -> Spotted | None:
    weak = reading.is_weak(first) + reading.is_weak(last)
    beside = last == first + 1
    if weak and not beside:
        return None
    stops = pair.is_sure and not weak
    return Spotted(first, last + 1, Why.CASE if stops else Why.PART, stops, pair.case)


def _alone(reading: Reading, names: Names, at: int) -> Spotted | None:
    """One part by itself: a rare one stops publication, a common one is asked about, an everyday word is passed over
    unless it is written as a name.
    """
    after = at + 1
    found = names.part(reading.heard(at)) if not reading.is_initial(at) else None
    if found is None and (both := reading.with_next(at)) in names.parts and both in names.joined:
        found, after = (both, names.parts[both]), at + 2
    if found is None or _is_allowed(reading, names, at):
        return None
    heard, part = found
    exact = not part.written.isdisjoint(_written(reading, at, after))
    if reading.is_ordinary(at) and after == at + 1:
        asked = exact and reading.is_name_like(at) and not _is_shouted(reading, at)
        asked = asked and (not reading.begins(at) or plain(reading.tokens[at].text) in COMMON_PLAIN)
        return Spotted(at, after, Why.PART, False, part.case) if asked else None
    if not exact and (not reading.is_name_like(at) or len(heard) < SHORT):
        return None
    if len(heard) <= SHORT and (not reading.is_name_like(at) or _is_shouted(reading, at)):
        return None
    stops = _is_sure(reading, part, heard, exact, at)
    return Spotted(at, after, Why.CASE if stops else Why.PART, stops, part.case)


def _is_sure(reading: Reading, part: Part, heard: str, exact: bool, at: int) -> bool:
    if part.is_common or heard in COMMON_SOUNDS or len(heard) <= SHORT:
        return False
    return (exact or len(heard) >= LONG_ENOUGH) and not _is_of_another(reading, at)


def _is_of_another(reading: Reading, at: int) -> bool:
    """Whether it stands in the name of somebody else: another name right before or after it."""
    before = at > 0 and reading.gap(at - 1) in (" ", "\u00a0", "-") and _is_name(reading, at - 1)
    following = at + 1 < len(reading.tokens) and reading.gap(at) in (" ", "\u00a0", "-") and _is_name(reading, at + 1)
    return bool(before or following)


def _is_name(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    if token.is_number or not reading.is_name_like(at) or len(token.text) < 2 or token.text.casefold() in TITLES:
        return False
    return not reading.is_ordinary(at)


def _is_allowed(reading: Reading, names: Names, at: int) -> bool:
    """Whether it stands in a name that may be told, such as the adviser's own."""
    heard = set(reading.heard(at))
    for person in names.allowed:
        if heard & person:
            around = {
                one for near in (at - 1, at + 1) if 0 <= near < len(reading.tokens) for one in reading.heard(near)
            }
            if len(person) == 1 or around & (person - heard):
                return True
    return False


def _written(reading: Reading, at: int, after: int) -> tuple[str, ...]:
    whole = "".join(reading.tokens[one].text for one in range(at, after))
    return spellings(whole).plain


def _is_shouted(reading: Reading, at: int) -> bool:
    """In capitals all through, as IT and DR."""
    text = reading.tokens[at].text
    return len(text) > 1 and text.isupper() and len(text) <= SHORT + 1
