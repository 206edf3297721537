from fractions import Fraction

import pytest

from ombud.core.numbers import number_text, share_text


@pytest.mark.parametrize(
    ("number", "decimals", "danish", "english"),
    [
        (0, 0, "0", "0"),
        (999, 0, "999", "999"),
        (1234, 0, "1.234", "1,234"),
        (-1234567, 0, "-1.234.567", "-1,234,567"),
        (Fraction(9, 4), 1, "2,3", "2.3"),
        (Fraction(-1, 4), 0, "0", "0"),
        (Fraction(1, 8), 2, "0,13", "0.13"),
        (Fraction(2469, 2), 1, "1.234,5", "1,234.5"),
    ],
)
def test_numbers_follow_the_language(number, decimals, danish, english):
    assert number_text(number, "da", decimals) == danish
    assert number_text(number, "en", decimals) == english


def test_shares_are_per_cent_with_a_no_break_space_in_danish():
    assert share_text(Fraction(85, 203), "da", 1) == "41,9\N{NO-BREAK SPACE}%"
    assert share_text(Fraction(85, 203), "da") == "42\N{NO-BREAK SPACE}%"
    assert share_text(Fraction(85, 203), "en", 1) == "41.9%"
