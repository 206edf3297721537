"""Numbers as they are printed: thousands point and decimal comma in Danish, the other way round in English.

Rounding is half away from zero, done on exact fractions: 1/8 with two decimals is 0.13, never 0.12.
"""

from fractions import Fraction

from ombud.core.dates import is_danish

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def number_text(number: int | Fraction, language: str, decimals: int = 0) -> str:
    """A number with ``decimals`` decimals and its thousands marked: "1.234,5" in Danish, "1,234.5" in English."""
    sign = "-" if number < 0 else ""
    scaled = _rounded(abs(Fraction(number)) * 10**decimals)
    whole, rest = divmod(scaled, 10**decimals)
    text = f"{whole:,}"
    if decimals:
        text += f".{rest:0{decimals}d}"
    if is_danish(language):
        text = text.translate(str.maketrans(",.", ".,"))
    return (sign if scaled else "") + text


def share_text(share: Fraction, language: str, decimals: int = 0) -> str:
    """A share between 0 and 1 in per cent: "41,9 %" in Danish (with a no-break space), "41.9%" in English."""
    text = number_text(share * 100, language, decimals)
    return f"{text}{NO_BREAK_SPACE}%" if is_danish(language) else f"{text}%"


def hidden_text(language: str) -> str:
    """What is printed where a number is hidden (R138): a word that needs no legend, that a screen reader says, that no
    footnote or mark for provisional figures can be taken for, and that no spreadsheet counts with.
    """
    return "skjult" if is_danish(language) else "hidden"


def _rounded(number: Fraction) -> int:
    return int(number + Fraction(1, 2))
