"""A csv file to a workbook of one sheet without a name."""

import csv
import io
from collections.abc import Callable, Iterator

from ombud.core.words import Words
from ombud.readers.delimiter import find_delimiter, take_sep_line
from ombud.readers.error import ReadError
from ombud.readers.limits import Limits
from ombud.readers.place import Place
from ombud.readers.text_encoding import decode
from ombud.readers.workbook import Kind, Row, Sheet, Workbook

PROGRESS_EVERY = 5000
Tell = Callable[[int, int | None], None]


def read_csv(data: bytes, *, words: Words, limits: Limits, tell: Tell) -> Workbook:
    """Every row that is not blank; the line ``sep=;`` is not counted, as Excel does not show it.

    Raises ReadError for unreadable characters, an unbalanced quotation mark, and too many rows or columns.
    """
    delimiter, text = take_sep_line(decode(data, words=words))
    delimiter = delimiter or find_delimiter(text)
    lines = max(text.count("\n"), text.count("\r"))
    if lines > limits.rows:
        _refuse_more_rows(text, delimiter, limits, words)
    rows = tuple(_rows(_records(text, delimiter, words), lines, limits, words, tell))
    sheet = Sheet(name="", rows=rows, delimited=True)
    return Workbook(Kind.CSV, (sheet,) if rows else ())


def _rows(records: Iterator[list[str]], lines: int, limits: Limits, words: Words, tell: Tell) -> Iterator[Row]:
    widest = limits.columns
    number = 0
    for number, cells in enumerate(records, start=1):
        if any(cells):
            if len(cells) > widest:
                message = words.gettext("There are more than %(limit)d columns.") % {"limit": widest}
                raise ReadError(message, Place(row=number))
            yield Row(number, tuple([cell or None for cell in cells]))
        if not number % PROGRESS_EVERY:
            tell(number, max(lines, number))
    tell(number, number)


def _records(text: str, delimiter: str, words: Words) -> Iterator[list[str]]:
    """The records as the csv module cuts them, with its errors told as ours."""
    # newline=None makes CR and CRLF into LF; the csv module itself takes no lone CR.
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=delimiter, strict=True)
    number = 0
    try:
        for record in reader:
            number += 1
            yield record
    except csv.Error as error:
        place = Place(row=number + 1)
        if "expected after" in str(error):
            message = words.gettext("A quotation mark ends in the middle of a cell. Inside a cell it must be doubled.")
            raise ReadError(message, place) from None
        message = words.gettext("A quotation mark is opened and not closed again, or a cell is far too long.")
        raise ReadError(message, place) from None


def _refuse_more_rows(text: str, delimiter: str, limits: Limits, words: Words) -> None:
    """Count before keeping anything: a file of a million empty rows must not fill the memory."""
    count = sum(1 for record in _records(text, delimiter, words) if record)
    if count > limits.rows:
        raise ReadError(words.gettext("There are more than %(limit)d rows.") % {"limit": limits.rows})
