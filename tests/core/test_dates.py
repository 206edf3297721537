from datetime import date

import pytest

from ombud.core.dates import date_text, month_text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", "12. november 2024"),
        ("da-dk", "12. november 2024"),
        ("en", "12 November 2024"),
        ("en-gb", "12 November 2024"),
    ],
)
def test_a_date_is_printed_with_the_month_in_words(language, expected):
    assert date_text(date(2024, 11, 12), language) == expected


def test_a_month_key_is_printed_in_words():
    assert month_text("2024-04", "da") == "april 2024"
    assert month_text("2025-03", "en") == "March 2025"


@pytest.mark.parametrize("key", ["2024-13", "2024", "", "april"])
def test_what_is_not_a_month_is_refused(key):
    with pytest.raises(ValueError, match=r"month|int"):
        month_text(key, "da")
