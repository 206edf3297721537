from fractions import Fraction

import pytest

from ombud.core.prose.numerals import DANISH, ENGLISH, Reader

DANISH_READER, ENGLISH_READER = Reader(DANISH), Reader(ENGLISH)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234", 1234),
        ("41,9", Fraction(419, 10)),
        ("syvogtyve", 27),
        ("halvtreds", 50),
        ("enoghalvfems", 91),
        ("hundrede", 100),
        ("to hundrede og tre", 203),
        ("tusind", 1000),
        ("to tusinde og tolv", 2012),
        ("et dusin", 12),
        ("Tolv", 12),
        ("nul", 0),
    ],
)
def test_danish_numbers(text: str, value: Fraction) -> None:
    (found,) = DANISH_READER.read(f"Der var {text} sager")

    assert found.value == value


def test_an_article_is_no_number() -> None:
    assert not list(DANISH_READER.read("En sag om et barn i en afdeling"))


@pytest.mark.parametrize("text", ["60%", "60 %", "60 pct.", "60 procent", "tres procent"])
def test_per_cents_in_every_spelling(text: str) -> None:
    (found,) = DANISH_READER.read(f"Det er {text} af sagerne")

    assert (found.is_percent, found.value) == (True, 60)


def test_a_number_keeps_its_place() -> None:
    text = "Der var to hundrede og tre sager"
    (found,) = DANISH_READER.read(text)

    assert text[found.start : found.end] == "to hundrede og tre"


@pytest.mark.parametrize(
    ("text", "value"), [("1,234", 1234), ("41.9", Fraction(419, 10)), ("twenty-seven", 27), ("a dozen", 12)]
)
def test_english_numbers(text: str, value: Fraction) -> None:
    (found,) = ENGLISH_READER.read(f"There were {text} of them")

    assert found.value == value


def test_letters_and_digits_in_one_word_are_no_number() -> None:
    assert not list(DANISH_READER.read("Bilag A4 og § 65e, lokale 3B"))
