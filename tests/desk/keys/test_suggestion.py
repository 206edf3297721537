"""Passphrases drawn from the program's own list."""

import re

from ombud.desk.keys.suggestion import suggest, words
from ombud.privacy.actions.people import why_not_passphrase


def test_the_list_has_enough_short_words_and_none_twice() -> None:
    found = words()
    assert len(found) == len(set(found)) >= 2048
    assert not [word for word in found if not re.fullmatch("[a-zæøå]{3,8}", word)]


def test_a_suggestion_is_five_words_and_hardly_ever_the_same() -> None:
    drawn = {suggest() for _time in range(500)}
    assert len(drawn) == 500
    assert {len(one.split()) for one in drawn} == {5}


def test_nearly_every_suggestion_is_accepted() -> None:
    assert not [one for one in (suggest() for _time in range(500)) if why_not_passphrase(one)]
