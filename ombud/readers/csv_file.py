"""A csv file to a workbook of one sheet without a name."""

import csv
import io
from collections.abc import Callable, Iterator
from itertools import islice

from ombud.core.numbers import number_text
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
    text = _without_blank_end(text, delimiter)
    lines = max(text.count("\n"), text.count("\r")) + 1
    if lines > limits.rows:
        _refuse_more_rows(text, delimiter, limits, words)
    rows = tuple(_rows(text, delimiter, lines, limits, words, tell))
    sheet = Sheet(name="", rows=rows, delimited=True)
    return Workbook(Kind.CSV, (sheet,) if rows else ())


def _without_blank_end(text: str, delimiter: str) -> str:
    """The text up to the end of its last row with anything in it.

    Spreadsheets write rows that were only formatted as delimiters alone, sometimes a million of them.
    """
    filled = len(text.rstrip("\r\n" + delimiter))
    ends = [end for end in (text.find("\n", filled), text.find("\r", filled)) if end >= 0]
    return text[: min(ends, default=len(text))] if filled else ""


def _rows(text: str, delimiter: str, lines: int, limits: Limits, words: Words, tell: Tell) -> Iterator[Row]:
    widest = limits.columns
    number = 0
    try:
        for cells in _records(text, delimiter, limits):
            number += 1
            if any(cells):
                if len(cells) > widest:
                    message = words.gettext("There are more than %(limit)s columns.") % {
                        "limit": number_text(widest, words.get_language())
                    }
                    raise ReadError(message, Place(row=number))
                yield Row(number, tuple([cell or None for cell in cells] if "" in cells else cells))
            if not number % PROGRESS_EVERY:
                tell(number, max(lines, number))
    except csv.Error as error:
        raise _wrong_quotes(str(error), Place(row=number + 1), words) from None
    tell(number, number)


def _records(text: str, delimiter: str, limits: Limits) -> Iterator[list[str]]:
    """The rows cut into cells; a row with too many is not cut to its end."""
    if '"' not in text:
        # Without quotes a row is its line cut at the delimiter, which the text itself does three times as fast.
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return (line.split(delimiter, limits.columns) if line else [] for line in lines)
    # newline=None makes CR and CRLF into LF; the csv module itself takes no lone CR. Kept as bytes, since a StringIO
    # takes four bytes for each letter.
    stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", newline=None)
    return csv.reader(stream, delimiter=delimiter, strict=True)


def _wrong_quotes(error: str, place: Place, words: Words) -> ReadError:
    if "expected after" in error:
        message = words.gettext("A quotation mark ends in the middle of a cell. Inside a cell it must be doubled.")
        return ReadError(message, place)
    return ReadError(
        words.gettext("A quotation mark is opened and not closed again, or a cell is far too long."), place
    )


def _refuse_more_rows(text: str, delimiter: str, limits: Limits, words: Words) -> None:
    """Count before keeping anything. Lines inside quoted cells are no rows, so only the records tell."""
    try:
        if sum(1 for _ in islice(_records(text, delimiter, limits), limits.rows + 1)) <= limits.rows:
            return
    except csv.Error:
        # The place of a wrong quotation mark is told when the rows are read.
        return
    raise ReadError(
        words.gettext("There are more than %(limit)s rows.") % {"limit": number_text(limits.rows, words.get_language())}
    )
