"""A document's tables and figures to Excel."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from ombud.core.report.tree import Block, CaseBox, Document, FigureBlock, ListBlock, Quote, Section, TableBlock
from ombud.core.words import Words
from ombud.writers.charts.points import as_table
from ombud.writers.wording import caption, caption_parts, draft_mark, imprint
from ombud.writers.xlsx.formats import Formats
from ombud.writers.xlsx.names import SheetNames
from ombud.writers.xlsx.sheets import Sheets


def write(document: Document, *, words: Words) -> bytes:
    """The .xlsx: a sheet of contents, then a sheet for every numbered table and every figure with its chart."""
    import xlsxwriter

    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook = xlsxwriter.Workbook(buffer, options)
    workbook.set_properties({"title": document.title, "author": document.author, "subject": document.subtitle})
    _write_sheets(workbook, document, words)
    workbook.close()
    return buffer.getvalue()


def _write_sheets(workbook: Any, document: Document, words: Words) -> None:
    formats, names = Formats(workbook), SheetNames()
    contents = names.name(words.gettext("Contents"))
    blocks = [block for block in _blocks(document.sections) if _has_sheet(block)]
    named = [(block, names.name(*caption_parts(block, words))) for block in blocks]
    _contents(workbook.add_worksheet(contents), document, words, formats, named)
    sheets = Sheets(workbook, document, words, formats, contents)
    for block, name in named:
        if isinstance(block, TableBlock):
            sheets.write(block, block.table, name)
        else:
            sheets.write(block, as_table(block.figure), name, block.figure)


def _contents(
    sheet: Any, document: Document, words: Words, formats: Formats, named: list[tuple[TableBlock | FigureBlock, str]]
) -> None:
    row = 0
    sheet.set_row(row, 26)
    sheet.write_string(row, 0, document.title, formats.title)
    for line in (document.subtitle, *imprint(document, words)):
        if line:
            row += 1
            sheet.write_string(row, 0, line, formats.of())
    mark = draft_mark(document, words)
    if mark:
        row += 1
        sheet.write_string(row, 0, mark, formats.warning)
    if document.caveats:
        row += 2
        sheet.write_string(row, 0, words.gettext("Reservations"), formats.of(bold=True))
    for caveat in document.caveats:
        row += 1
        sheet.write_string(row, 0, caveat, formats.of())
    row += 2
    sheet.write_string(row, 0, words.gettext("Contents"), formats.of(bold=True))
    for block, name in named:
        row += 1
        sheet.write_url(
            row, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1", formats.link, _title(block, words)
        )
    sheet.set_column(0, 0, 100)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _title(block: TableBlock | FigureBlock, words: Words) -> str:
    return caption(block, words)


def _has_sheet(block: TableBlock | FigureBlock) -> bool:
    """A figure that is printed as a sentence has nothing to draw."""
    return isinstance(block, TableBlock) or not block.figure.sentence


def _blocks(sections: Iterable[Section]) -> Iterator[TableBlock | FigureBlock]:
    for section in sections:
        yield from _inner(section.blocks)
        yield from _blocks(section.sections)


def _inner(blocks: Iterable[Block]) -> Iterator[TableBlock | FigureBlock]:
    for block in blocks:
        if isinstance(block, TableBlock | FigureBlock):
            yield block
        elif isinstance(block, CaseBox | Quote):
            yield from _inner(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _inner(item)
