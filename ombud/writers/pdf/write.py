"""A document to PDF: the template is a file, the report is data beside it."""

import json
import re
from functools import cache
from pathlib import Path

from ombud.core.report.tree import Document
from ombud.core.words import Words
from ombud.writers.charts.drawing import FONTS
from ombud.writers.error import WriteError
from ombud.writers.pdf.content import content
from ombud.writers.plain import plain_deep

_TEMPLATE = Path(__file__).parent / "report.typ"
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


def write(document: Document, *, words: Words) -> bytes:
    """PDF/UA-1: tagged, titled, with bookmarks and alternative texts. ``WriteError`` when Typst refuses it.

    Only where the report's own font lacks a letter are the machine's fonts searched for it.
    """
    import typst

    data = json.dumps(plain_deep(content(document, words)), ensure_ascii=False)
    try:
        return _compile(data, own_fonts_only=True)
    except typst.TypstError as error:
        if not _NO_GLYPH.search(str(error)):
            raise _refusal(error, words) from error
    try:
        return _compile(data, own_fonts_only=False)
    except typst.TypstError as error:
        raise _refusal(error, words) from error


def _compile(data: str, *, own_fonts_only: bool) -> bytes:
    import typst

    pdf = typst.compile(  # type: ignore[misc]
        _template(),
        sys_inputs={"report": data},
        font_paths=[str(FONTS)],
        ignore_system_fonts=own_fonts_only,
        pdf_standards=["ua-1"],
    )
    return bytes(pdf)


def _refusal(error: Exception, words: Words) -> WriteError:
    missing = _NO_GLYPH.search(str(error))
    if missing:
        message = words.gettext("The PDF cannot show “%(text)s”: no font on this machine has it. Write it otherwise.")
        return WriteError(message % {"text": missing[1]})
    return WriteError(words.gettext("The PDF could not be made: %(reason)s") % {"reason": str(error)})


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()
