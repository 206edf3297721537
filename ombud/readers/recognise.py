"""What a file is by its first bytes, and whether its name tells the same."""

import re
from enum import StrEnum

from ombud.core.words import Words
from ombud.readers.error import ReadError
from ombud.readers.workbook import Kind


class Content(StrEnum):
    """What the first bytes give away. Zip archives and compound files are told apart further by what is inside."""

    ZIP = "zip"
    COMPOUND = "compound"
    TEXT = "csv"
    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"
    PDF = "pdf"
    IMAGE = "image"
    WEB_PAGE = "html"
    XML = "xml"
    RICH_TEXT = "rtf"
    WORD = "docx"
    SLIDES = "pptx"
    BINARY_EXCEL = "xlsb"
    OLD_EXCEL = "biff"
    ODF_TEXT = "odt"
    ARCHIVE = "archive"
    OTHER_OFFICE = "ole"


SIGNATURES: tuple[tuple[bytes, Content], ...] = (
    (b"PK\x03\x04", Content.ZIP),
    (b"PK\x05\x06", Content.ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Content.COMPOUND),
    (b"%PDF-", Content.PDF),
    (b"\x89PNG\r\n\x1a\n", Content.IMAGE),
    (b"\xff\xd8\xff", Content.IMAGE),
    (b"GIF87a", Content.IMAGE),
    (b"GIF89a", Content.IMAGE),
    (b"II*\x00", Content.IMAGE),
    (b"MM\x00*", Content.IMAGE),
    (b"{\\rtf", Content.RICH_TEXT),
    (b"\x1f\x8b", Content.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Content.ARCHIVE),
    (b"Rar!\x1a\x07", Content.ARCHIVE),
    (b"\x09\x00\x04\x00", Content.OLD_EXCEL),
    (b"\x09\x02\x06\x00", Content.OLD_EXCEL),
    (b"\x09\x04\x06\x00", Content.OLD_EXCEL),
    (b"\x09\x08\x08\x00", Content.OLD_EXCEL),
    (b"\x09\x08\x10\x00", Content.OLD_EXCEL),
)
WEB_PAGE = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body|table|meta|style|div)\b", re.I | re.S
)
XML = re.compile(rb"\s*<\?xml\b", re.I)

KINDS_BY_ENDING: dict[str, Kind] = {
    "csv": Kind.CSV,
    "tsv": Kind.CSV,
    "txt": Kind.CSV,
    "xlsx": Kind.XLSX,
    "xlsm": Kind.XLSX,
    "xltx": Kind.XLSX,
    "ods": Kind.ODS,
    "ots": Kind.ODS,
    "xls": Kind.XLS,
    "xlt": Kind.XLS,
}


def recognise(data: bytes) -> Content:
    """What the bytes are. Anything unknown counts as text; the text reader refuses what is none."""
    for signature, content in SIGNATURES:
        if data.startswith(signature):
            return content
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Content.IMAGE
    if data[:2] == b"BM" and int.from_bytes(data[2:6], "little") == len(data):
        return Content.IMAGE
    start = data[:2000].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start[2:].replace(b"\x00", b"")
    if WEB_PAGE.match(start):
        return Content.WEB_PAGE
    if XML.match(start):
        return Content.WEB_PAGE if b"<html" in start.lower() else Content.XML
    return Content.PDF if b"%PDF-" in start[:1024] else Content.TEXT


def refuse_other_content(content: Content, file_name: str, words: Words) -> Kind:
    """The kind of a file whose content can be read and whose name agrees; ReadError for every other."""
    ending = file_name.rpartition(".")[2].lower() if "." in file_name else ""
    found = said(content, words)
    try:
        kind = Kind(content.value)
    except ValueError:
        if ending in KINDS_BY_ENDING:
            raise _misnamed(found, ending, words) from None
        message = words.gettext("The file is %(found)s. Only csv, xlsx, ods and xls can be read.")
        raise ReadError(message % {"found": found}) from None
    if ending in KINDS_BY_ENDING and KINDS_BY_ENDING[ending] is not kind:
        raise _misnamed(found, ending, words)
    if ending not in KINDS_BY_ENDING and kind is Kind.CSV and ending:
        message = words.gettext("Files named .%(ending)s cannot be read, only csv, xlsx, ods and xls.")
        raise ReadError(message % {"ending": ending})
    return kind


def _misnamed(found: str, ending: str, words: Words) -> ReadError:
    message = words.gettext(
        "The file is %(found)s, but its name ends in .%(ending)s. "
        "Save it again as csv, xlsx, ods or xls under the right name."
    )
    return ReadError(message % {"found": found, "ending": ending})


def said(content: Content, words: Words) -> str:
    """What the content is, in the reader's language, with its article."""
    return {
        Content.COMPOUND: words.gettext("an older Office file"),
        Content.ZIP: words.gettext("a zip archive"),
        Content.TEXT: words.gettext("a text file (csv)"),
        Content.XLSX: words.gettext("an Excel file (xlsx)"),
        Content.ODS: words.gettext("an OpenDocument spreadsheet (ods)"),
        Content.XLS: words.gettext("an older Excel file (xls)"),
        Content.PDF: words.gettext("a PDF"),
        Content.IMAGE: words.gettext("a picture"),
        Content.WEB_PAGE: words.gettext("a web page (html)"),
        Content.XML: words.gettext("an XML file"),
        Content.RICH_TEXT: words.gettext("a text document (rtf)"),
        Content.WORD: words.gettext("a Word document"),
        Content.SLIDES: words.gettext("a PowerPoint presentation"),
        Content.BINARY_EXCEL: words.gettext("a binary Excel file (xlsb)"),
        Content.OLD_EXCEL: words.gettext("an Excel file from before 1997"),
        Content.ODF_TEXT: words.gettext("an OpenDocument file without a spreadsheet"),
        Content.ARCHIVE: words.gettext("a compressed archive"),
        Content.OTHER_OFFICE: words.gettext("an older Office file without a spreadsheet"),
    }[content]
