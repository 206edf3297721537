"""Finding the headings of a table, wherever they stand on the sheet."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice, pairwise

from ombud.core.words import Words
from ombud.readers.cell_value import CellValue
from ombud.readers.error import ReadError
from ombud.readers.names import fold_name
from ombud.readers.place import Place, column_letter
from ombud.readers.workbook import Row, Sheet

SEARCHED_ROWS = 60
TOTALS = frozenset(("ialt", "total", "totalt", "totaler", "sum", "hovedtotal", "grandtotal", "subtotal", "samlet"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column with a heading; ``index`` counts from 0."""

    heading: str
    index: int

    @property
    def letter(self) -> str:
        """The letters the spreadsheet program shows above the column."""
        return column_letter(self.index)


@dataclass(frozen=True)
class Header:
    """Where the headings stand: one row, or two whose texts belong together."""

    sheet: str
    rows: tuple[int, ...]
    columns: tuple[Column, ...]
    totals: tuple[int, ...] = ()
    """Numbers of the total rows below, which are no data."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings from left to right."""
        return tuple(column.heading for column in self.columns)


def find_header(sheet: Sheet, known_names: Collection[str], *, words: Words) -> Header:
    """The row among the first sixty that holds most of the known names, case and spaces disregarded.

    Two rows are taken together when that finds more names and they look like headings merged across or down. Without
    any known name it is the first row with text in most of its cells. Raises ReadError when there is no such row, when
    two columns have the same heading, and when no data follow.
    """
    known = {fold_name(name) for name in known_names}
    candidates = list(islice(sheet.rows, SEARCHED_ROWS))
    best = max(candidates, key=lambda row: _score(_texts(row), known), default=None)
    if best is None or not _score(_texts(best), known):
        best = _first_full_row(candidates)
    if best is None:
        raise ReadError(words.gettext("No row of headings was found."), _place(sheet))
    rows: tuple[Row, ...] = (best,)
    headings = _texts(best)
    for upper, lower in pairwise(candidates):
        combined = _combined(upper, lower, known)
        if combined and _score(combined, known) > _score(headings, known):
            rows, headings = (upper, lower), combined
    columns = tuple(Column(heading, index) for index, heading in enumerate(headings) if heading)
    _refuse_duplicates(columns, Place(sheet.name, rows[-1].number), words)
    return _with_data_below(sheet, Header(sheet.name, tuple(row.number for row in rows), columns), words)


def is_total(row: Row) -> bool:
    """Whether the row's first cell with something in it says total: such a row is a sum, no registration."""
    for cell in row.cells:
        if cell is not None and cell != "":
            return isinstance(cell, str) and fold_name(cell) in TOTALS
    return False


def is_blank(row: Row) -> bool:
    """Whether the row holds nothing but spaces."""
    for cell in row.cells:  # noqa: SIM110 (a generator takes three times as long, and every row passes here)
        if cell is not None and not (isinstance(cell, str) and not cell.strip()):
            return False
    return True


def best_score(sheet: Sheet, known_names: Collection[str]) -> int:
    """How many known names the best row of headings holds; 0 when there is none."""
    known = {fold_name(name) for name in known_names}
    rows = list(islice(sheet.rows, SEARCHED_ROWS))
    combined = [both for upper, lower in pairwise(rows) if (both := _combined(upper, lower, known))]
    return max((_score(texts, known) for texts in [*map(_texts, rows), *combined]), default=0)


def _texts(row: Row) -> list[str]:
    return [" ".join(cell.split()) if isinstance(cell, str) else "" for cell in row.cells]


def _score(texts: list[str], known: set[str]) -> int:
    return len({fold_name(text) for text in texts} & known)


def _first_full_row(rows: list[Row]) -> Row | None:
    """The first row with text in at least half the columns that are used further down."""
    width = max((_filled(row.cells) for row in rows), default=0)
    return next((row for row in rows if sum(map(bool, _texts(row))) * 2 >= max(width, 1)), None)


def _filled(cells: tuple[CellValue, ...]) -> int:
    return len(cells) - cells.count(None)


def _combined(upper: Row, lower: Row, known: set[str]) -> list[str] | None:
    """The headings that two rows give together; ``None`` when the lower one looks like data."""
    above, below = _texts(upper), _texts(lower)
    if any(cell is not None and not text for cell, text in zip(lower.cells, below, strict=True)):
        return None
    if any(text[0].isdigit() for text in below if text):
        return None
    width = max(len(above), len(below))
    above += [""] * (width - len(above))
    below += [""] * (width - len(below))
    # A heading merged across or down leaves blanks in one of the two rows. Two full rows are headings and data.
    if all(text for text in above) and all(text for text in below):
        return None
    combined, spanning = [], ""
    for over, under in zip(above, below, strict=True):
        spanning = over or (spanning if under else "")
        combined.append(_heading(over, spanning, under, known))
    return combined


def _heading(over: str, spanning: str, under: str, known: set[str]) -> str:
    both = f"{spanning} {under}".strip()
    for text in (both, under, over):
        if fold_name(text) in known:
            return text
    return both


def _refuse_duplicates(columns: tuple[Column, ...], place: Place, words: Words) -> None:
    seen: dict[str, Column] = {}
    for column in columns:
        first = seen.setdefault(fold_name(column.heading), column)
        if first is not column:
            message = words.gettext("Columns %(first)s and %(second)s have the same heading: “%(heading)s”.") % {
                "first": first.letter,
                "second": column.letter,
                "heading": column.heading,
            }
            raise ReadError(message, place)


def _with_data_below(sheet: Sheet, header: Header, words: Words) -> Header:
    below = [row for row in sheet.rows if row.number > header.rows[-1]]
    totals = tuple(row.number for row in below if is_total(row))
    if not any(not is_blank(row) and row.number not in totals for row in below):
        raise ReadError(words.gettext("There are headings, but no rows of data under them."), _place(sheet))
    return Header(header.sheet, header.rows, header.columns, totals)


def _place(sheet: Sheet) -> Place | None:
    return Place(sheet.name) if sheet.name else None
