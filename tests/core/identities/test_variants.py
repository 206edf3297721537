"""Whoever is known is found, however the name is written and wherever it stands."""

import string
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombud.core.identities.common_names import FIRST, LAST, ORGANISATIONS, PARTICLES, PEOPLE, TITLES
from ombud.core.identities.find import find_identities
from ombud.core.identities.found import Passage
from ombud.core.identities.known import Identity, Kind, KnownIdentities
from ombud.core.identities.ordinary_words import ORDINARY

NOT_NAMES = ORDINARY | PEOPLE | TITLES | PARTICLES | ORGANISATIONS
ALPHABET = string.ascii_lowercase + "æøåéü"
RARE = st.text(ALPHABET, min_size=4, max_size=12).filter(lambda word: word not in NOT_NAMES)
FIRSTS = st.sampled_from(sorted(FIRST)) | RARE
LASTS = st.sampled_from(sorted(LAST)) | RARE
FILLING = st.lists(st.sampled_from(sorted(ORDINARY)), max_size=12).map(" ".join)
SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "aa": lambda name: name.replace("å", "aa").replace("ø", "oe").replace("æ", "ae"),
    "no accents": lambda name: name.replace("é", "e").replace("ü", "y"),
    "ph": lambda name: name.replace("f", "ph"),
    "k": lambda name: name.replace("c", "k").replace("C", "K"),
    "w": lambda name: name.replace("v", "w"),
    "one letter": lambda name: name.replace("nn", "n").replace("ll", "l").replace("ss", "s"),
    "soft hyphen": lambda name: name[:2] + "\u00ad" + name[2:],
}
ENDINGS = ("", "s", "'s", "’s", "'", "es", "-sagen", "s-sagen", ",", ".")
ORDERS: dict[str, Callable[[str, str, str], str]] = {
    "in order": lambda first, middle, last: f"{first} {last}",
    "in full": lambda first, middle, last: f"{first} {middle} {last}",
    "initial between": lambda first, middle, last: f"{first} {middle[0].upper()}. {last}",
    "initial": lambda first, middle, last: f"{first[0]}. {last}",
    "turned": lambda first, middle, last: f"{last}, {first}",
    "hyphen": lambda first, middle, last: f"{first}-{middle} {last}",
    "new line": lambda first, middle, last: f"{first}\n{last}",
}


@given(FIRSTS, FIRSTS, LASTS, st.sampled_from(sorted(SPELLINGS)), st.sampled_from(sorted(ORDERS)),
       st.sampled_from(ENDINGS), FILLING, FILLING)  # fmt: skip
@settings(max_examples=400, deadline=None)
def test_a_known_name_is_found_in_any_spelling_order_and_ending(
    first: str, middle: str, last: str, spelling: str, order: str, ending: str, before: str, after: str
) -> None:
    first, middle, last = first.title(), middle.title(), last.title()
    known = KnownIdentities((Identity(Kind.NAME, f"{first} {middle} {last}", "case"),))
    written = SPELLINGS[spelling](ORDERS[order](first, middle, last)) + ending
    text = f"{before} {written} {after}"
    start, end = len(before) + 1, len(before) + 1 + len(written)
    assert any(one.stops and one.start < end and one.end > start for one in find_identities([Passage("", text)], known))


@given(
    st.lists(st.integers(0, 9), min_size=7, max_size=7),
    st.integers(2, 9),
    st.lists(st.sampled_from(" .-\u00a0"), min_size=8, max_size=8),
    FILLING,
)
@settings(max_examples=200, deadline=None)
def test_a_known_telephone_is_found_in_any_grouping(rest: list[int], first: int, signs: list[str], before: str) -> None:
    digits = f"{first}{''.join(map(str, rest))}"
    known = KnownIdentities((Identity(Kind.PHONE, f"+45 {digits}", "case"),))
    for size in (1, 2, 4, 8):
        groups = [digits[at : at + size] for at in range(0, 8, size)]
        written = "".join(group + sign for group, sign in zip(groups, signs, strict=False))[: 8 + len(groups) - 1]
        found = find_identities([Passage("", f"{before} {written} og")], known)
        assert any(one.kind == Kind.PHONE and one.stops for one in found), written


@pytest.mark.proof
@given(FIRSTS, LASTS, st.sampled_from(sorted(SPELLINGS)), st.sampled_from(ENDINGS))
@settings(max_examples=10_000, deadline=None)
def test_a_known_name_is_found_thousands_of_times(first: str, last: str, spelling: str, ending: str) -> None:
    known = KnownIdentities((Identity(Kind.NAME, f"{first.title()} {last.title()}", "case"),))
    text = f"Vi talte med {SPELLINGS[spelling](f'{first.title()} {last.title()}')}{ending} i går."
    assert any(one.stops for one in find_identities([Passage("", text)], known))
