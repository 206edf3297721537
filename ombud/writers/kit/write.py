"""Sheets to PDF/UA-1, in memory from end to end: a code never becomes a file on the server."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from ombud.core.words import Words
from ombud.writers.charts.drawing import FONTS
from ombud.writers.error import WriteError
from ombud.writers.kit.pages import Page
from ombud.writers.plain import plain_deep

_TEMPLATE = Path(__file__).parent / "kit.typ"


def write(pages: Sequence[Page], *, words: Words) -> bytes:
    """One A4 page each. ``WriteError`` when Typst refuses it; the error does not repeat what was to be printed."""
    import typst

    title = pages[0].title if len(pages) == 1 else words.gettext("Recovery kit")
    content = {
        "title": title,
        "language": words.get_language().split("-")[0],
        "group": words.gettext("Group"),
        "code": words.gettext("The code"),
        "pages": [asdict(page) for page in pages],
    }
    try:
        return bytes(_compile(json.dumps(plain_deep(content), ensure_ascii=False)))
    except typst.TypstError:
        raise WriteError(words.gettext("The sheet could not be made.")) from None


def _compile(data: str) -> bytes:
    import typst

    return typst.compile(  # type: ignore[misc]
        _template(), sys_inputs={"kit": data}, font_paths=[str(FONTS)], pdf_standards=["ua-1"]
    )


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()
