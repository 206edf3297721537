"""The simple markup of a section's text, parsed into blocks (R246, R251, R261, R262).

Allowed: paragraphs, ``**bold**``, ``*emphasis*``, lists, ``> quotes``, links to http, https and mailto, footnotes
(``[^1]`` and ``^[in place]``), sub-headings (``### Heading``), case boxes (``::: case Title #name`` to ``:::``) and the
report's own insertions (see ``insertions``). Nothing else has a meaning: HTML and pictures are plain text.
"""

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from ombud.core.report.blocks import BlockReader
from ombud.core.report.draft import Draft
from ombud.core.report.insertions import use_insertions

_RULES = ("newline", "escape", "emphasis", "link", "autolink", "list", "blockquote", "heading")
_SAFE_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]", re.IGNORECASE)


def parse(text: str) -> Draft:
    """Read the text of one section. Never fails: what cannot be understood stays as text or is a trouble."""
    plain = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    return BlockReader(_markdown().parse(plain), plain.split("\n")).read()


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero").enable(list(_RULES))
    markdown.use(footnote_plugin).use(container_plugin, name="case", validate=_is_case)
    use_insertions(markdown)
    markdown.validateLink = _is_safe_address  # type: ignore[method-assign, assignment]
    return markdown


def _is_case(parameters: str, *_: Any) -> bool:
    return parameters.strip().split(" ", 1)[0].lower() == "case"


def _is_safe_address(address: str) -> bool:
    return _SAFE_ADDRESS.match(address) is not None
