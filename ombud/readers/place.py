"""Where in a file something stands, as the spreadsheet program shows it."""

from dataclasses import dataclass

from ombud.core.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """A sheet, row or cell. Rows count from 1, columns are letters; a csv file has no sheet name."""

    sheet: str = ""
    row: int | None = None
    column: str | None = None

    def said(self, words: Words) -> str:
        """In the reader's language: ``ark »Registreringer«, række 12, kolonne C``; empty for all of a csv file."""
        parts = []
        if self.sheet:
            parts.append(words.gettext("sheet “%(sheet)s”") % {"sheet": self.sheet})
        if self.row is not None:
            parts.append(words.gettext("row %(row)d") % {"row": self.row})
        if self.column is not None:
            parts.append(words.gettext("column %(column)s") % {"column": self.column})
        return ", ".join(parts)


def column_letter(index: int) -> str:
    """The letters of a column counted from 0: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The column counted from 0 of its letters: A is 0, AA is 26. The reverse of ``column_letter``."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1
