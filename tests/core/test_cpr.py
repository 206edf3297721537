"""CPR numbers by date and format; all numbers here are made up."""

from datetime import date

import pytest

from ombud.core import cpr
from ombud.core.words import PLAIN

TODAY = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("0101901234", "010190-1234"),
        ("010190-1234", "010190-1234"),
        (" 010190 1234 ", "010190-1234"),
        ("010190–1234", "010190-1234"),
        ("010190\u00a01234", "010190-1234"),
        ("01-01-90-1234", ""),
        ("010190123", ""),
        ("01019012345", ""),
        ("٠١٠١٩٠١٢٣٤", ""),
        ("", ""),
    ],
)
def test_a_number_is_stored_in_one_form(text: str, stored: str) -> None:
    assert cpr.normal(text) == stored


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("010100-0000", date(1900, 1, 1)),
        ("010199-3999", date(1999, 1, 1)),
        ("010136-4000", date(2036, 1, 1)),
        ("010137-4000", date(1937, 1, 1)),
        ("010157-5000", date(2057, 1, 1)),
        ("010158-5000", date(1858, 1, 1)),
        ("010199-8000", date(1899, 1, 1)),
        ("010100-8000", date(2000, 1, 1)),
        ("010136-9000", date(2036, 1, 1)),
        ("010137-9000", date(1937, 1, 1)),
        ("290200-4000", date(2000, 2, 29)),
        ("290200-0000", None),
        ("610190-1234", date(1990, 1, 1)),
        ("910190-1234", date(1990, 1, 31)),
        ("600190-1234", None),
        ("320190-1234", None),
        ("011390-1234", None),
        ("000190-1234", None),
    ],
)
def test_the_century_is_told_by_the_seventh_digit(text: str, born: date | None) -> None:
    assert cpr.birth_date(text) == born


@pytest.mark.parametrize(
    ("text", "part"),
    [("98765", "ten digits"), ("310290-1234", "no date"), ("010130-4000", "not yet born")],
)
def test_what_is_no_number_is_refused(text: str, part: str) -> None:
    reason = cpr.why_not_cpr(text, today=TODAY, words=PLAIN)
    assert part in reason
    assert text not in reason


def test_the_check_digit_is_not_asked() -> None:
    """Both cannot fulfil modulus 11."""
    assert all(not cpr.why_not_cpr(f"010190-123{last}", today=TODAY, words=PLAIN) for last in "01")


def test_a_number_is_masked_and_a_replacement_is_known() -> None:
    assert cpr.masked("0101901234") == "010190-••••"
    assert cpr.masked("nothing") == ""
    assert cpr.is_replacement("610190-1234")
    assert not cpr.is_replacement("310190-1234")
