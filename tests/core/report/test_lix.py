from fractions import Fraction

import pytest

from ombud.core.report.lix import lix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("12 34.", None),
        ("Vi ses. Du kom.", Fraction(2)),
        ("Sagsbehandlingstiden var lang.", Fraction(3) + Fraction(100, 3)),
        ("Uden punktum til sidst", Fraction(4) + Fraction(25)),
    ],
)
def test_lix_is_words_a_sentence_and_per_cent_long_words(text: str, expected: Fraction | None) -> None:
    assert lix(text) == expected
