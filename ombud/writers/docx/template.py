"""The municipality's own Word file as the ground to write on, or python-docx's plain one."""

import zipfile
from io import BytesIO
from typing import Any

from ombud.core.words import Words
from ombud.writers.error import WriteError

MOST_BYTES = 30_000_000
MOST_UNPACKED = 150_000_000
MOST_PARTS = 2_000


def open_template(template: bytes | None, words: Words) -> Any:
    """A python-docx document without text: the template's styles, page size, headers and footers are kept.

    ``WriteError`` for what is no .docx, holds macros, or unpacks to something unreasonable.
    """
    import docx

    if template is None:
        return docx.Document()
    _refuse_dangerous(template, words)
    try:
        opened = docx.Document(BytesIO(template))
    except Exception as error:  # python-docx and lxml raise their own kinds for each way a file can be broken
        raise WriteError(words.gettext("The Word template cannot be read. Save it again as .docx.")) from error
    _empty(opened)
    return opened


def _refuse_dangerous(template: bytes, words: Words) -> None:
    if len(template) > MOST_BYTES:
        raise WriteError(words.gettext("The Word template is too large."))
    try:
        with zipfile.ZipFile(BytesIO(template)) as archive:
            parts = archive.infolist()
            types = _content_types(archive, parts)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise WriteError(words.gettext("The Word template is not a Word document (.docx).")) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise WriteError(words.gettext("The Word template unpacks to far more than a document needs."))
    names = [part.filename.lower() for part in parts]
    if b"macroenabled" in types.lower() or any("vbaproject" in name for name in names):
        raise WriteError(words.gettext("The Word template contains macros. Save it as .docx without macros."))
    if b"wordprocessingml.document.main+xml" not in types:
        raise WriteError(words.gettext("The Word template is not a Word document (.docx)."))


def _content_types(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> bytes:
    listed = archive.getinfo("[Content_Types].xml")
    return archive.read(listed) if listed.file_size < 1_000_000 else b""


def _empty(opened: Any) -> None:
    body = opened.element.body
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)
