"""A look through an xlsx file before it is opened."""

from dataclasses import dataclass
from posixpath import join, normpath
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ombud.core.words import Words
from ombud.readers.archive import Archive, damaged, unreasonable
from ombud.readers.limits import Limits
from ombud.readers.shared_texts import refuse_repeated_texts
from ombud.readers.sheet_scan import SheetScan, refuse_too_many_cells
from ombud.readers.xlsx_quick_look import scan_sheet
from ombud.readers.xml_part import refuse_definitions, sound_pieces

MOST_ELEMENTS = 200_000
"""In the parts that list the sheets: more than any workbook names."""


@dataclass(frozen=True)
class XlsxScan:
    """What a look through the parts gave: each sheet's scan by name, and whether days count from 1904."""

    sheets: dict[str, SheetScan]
    date1904: bool


def scan_xlsx(archive: Archive, *, words: Words, limits: Limits) -> XlsxScan:
    """Unpack every part once, so that sizes and checksums are true, and scan the sheets.

    Raises ReadError for damage, XML definitions and sheets beyond the limits.
    """
    book = _tree(archive, "xl/workbook.xml", words)
    parts_by_sheet = _parts_by_sheet(archive, book, words)
    sheet_parts = set(parts_by_sheet.values())
    scans: dict[str, SheetScan] = {}
    for part in archive.parts:
        if part in sheet_parts or _unpack(archive, part, words):
            scans[part] = scan_sheet(archive, part, words=words, limits=limits)
            name = next((name for name, its_part in parts_by_sheet.items() if its_part == part), "")
            scans[part].refuse_too_large(name, words=words, limits=limits)
    refuse_repeated_texts(archive, scans, words=words, limits=limits)
    sheets = {name: scans[part] for name, part in parts_by_sheet.items() if part in scans}
    refuse_too_many_cells(sheets.values(), words=words, limits=limits)
    properties = [element for element in book if _local(element.tag) == "workbookPr"]
    date1904 = any(element.get("date1904") in ("1", "true") for element in properties)
    return XlsxScan(sheets, date1904)


def _unpack(archive: Archive, part: str, words: Words) -> bool:
    """Unpack a part that is no sheet of the workbook, and say whether it holds the cells of one all the same."""
    pieces = archive.chunks(part)
    if part.endswith((".xml", ".rels", ".vml")):
        pieces = sound_pieces(pieces, words)
    return sum(b"sheetData" in piece for piece in pieces) > 0


def _parts_by_sheet(archive: Archive, book: Element, words: Words) -> dict[str, str]:
    """The part that holds each sheet, by the sheet's name."""
    targets: dict[str, str] = {}
    for relation in _tree(archive, "xl/_rels/workbook.xml.rels", words):
        target = relation.get("Target", "")
        full = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        targets[relation.get("Id", "")] = full.lower()
    parts: dict[str, str] = {}
    for sheets in book:
        for sheet in sheets if _local(sheets.tag) == "sheets" else ():
            relation_id = next((value for key, value in sheet.items() if _local(key) == "id"), "")
            parts[sheet.get("name", "")] = targets.get(relation_id, "")
    return parts


def _tree(archive: Archive, part: str, words: Words) -> Element:
    if part not in archive.parts:
        raise damaged(words)
    content = archive.part(part)
    # Counted in the bytes first: three million elements inside each other take a kilobyte of the file, a gigabyte here.
    if content.count(b"<") > MOST_ELEMENTS:
        raise unreasonable(words)
    try:
        tree: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise refuse_definitions(words) from None
    except (ParseError, ValueError, LookupError):
        raise damaged(words) from None
    return tree


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
