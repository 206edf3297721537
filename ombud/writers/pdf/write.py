"""A document to PDF: the template is a file, the report is data beside it."""

import json
from functools import cache
from pathlib import Path

from ombud.core.report.tree import Document
from ombud.core.words import Words
from ombud.writers.charts.drawing import FONTS
from ombud.writers.error import WriteError
from ombud.writers.pdf.content import content

_TEMPLATE = Path(__file__).parent / "report.typ"


def write(document: Document, *, words: Words) -> bytes:
    """PDF/UA-1: tagged, titled, with bookmarks and alternative texts. ``WriteError`` when Typst refuses it."""
    import typst

    data = json.dumps(content(document, words), ensure_ascii=False)
    try:
        pdf = typst.compile(  # type: ignore[misc]
            _template(),
            sys_inputs={"report": data},
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        message = words.gettext("The PDF could not be made: %(reason)s")
        raise WriteError(message % {"reason": str(error)}) from error
    return bytes(pdf)


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()
