"""What stands between the cells of a csv file."""

import csv
import io
import re
from collections import Counter
from itertools import islice

CANDIDATES = ("\t", ";", ",")
"""In the order of how seldom they stand inside a text of their own."""

SEP_LINE = re.compile(r'"?sep=([;,\t|])"?[ ]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
SAMPLE_ROWS = 200
SAMPLE_CHARACTERS = 200_000


def take_sep_line(text: str) -> tuple[str | None, str]:
    """The delimiter that a first line ``sep=;`` names, and the text after that line; ``None`` without such a line."""
    found = SEP_LINE.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def find_delimiter(text: str) -> str:
    """The delimiter that cuts most of the first rows into the same number of cells, quoted fields kept whole."""
    sample = text[:SAMPLE_CHARACTERS]
    return max(CANDIDATES, key=lambda delimiter: _agreement(sample, delimiter))


def _agreement(sample: str, delimiter: str) -> tuple[bool, int]:
    """Whether the quotes come out right, then how many rows have the usual number of cells.

    No row counts when the usual one is not cut at all. ``max`` keeps the first of equals, so the order of the
    candidates decides a tie.
    """
    widths: Counter[int] = Counter()
    quotes_are_right = True
    try:
        reader = csv.reader(io.StringIO(sample, newline=None), delimiter=delimiter, strict=True)
        for cells in islice(reader, SAMPLE_ROWS):
            if cells:
                widths[len(cells)] += 1
    except csv.Error as error:
        # The sample may end inside a quoted cell, which says nothing.
        quotes_are_right = "expected after" not in str(error)
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return quotes_are_right, rows if width > 1 else 0
