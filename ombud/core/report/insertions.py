"""The report's own insertions, ``{table: name}``, as a rule for markdown-it. Danish and English words both do."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

WORDS = {
    "tabel": "table",
    "table": "table",
    "figur": "figure",
    "figure": "figure",
    "se": "see",
    "see": "see",
    "tal": "number",
    "number": "number",
}
KINDS = {
    "tabel": "table",
    "table": "table",
    "figur": "figure",
    "figure": "figure",
    "afsnit": "section",
    "section": "section",
    "case": "case",
}
_INSERTION = re.compile(r"\{\s*(?P<word>[^\W\d_]+)\s*:\s*(?P<name>[^{}\n]+?)\s*\}")


def use_insertions(markdown: MarkdownIt) -> None:
    """Make ``{word: name}`` a token of type "insertion" with the word and the name in ``meta``."""
    markdown.inline.ruler.push("insertion", _insertion)


def split_kind(name: str) -> tuple[str, str]:
    """("table", "departments") of "tabel departments"; ("", name) where no kind is named."""
    first, _, rest = name.partition(" ")
    kind = KINDS.get(first.lower(), "")
    return (kind, rest.strip()) if kind and rest.strip() else ("", name)


def insertions_in(text: str) -> Iterator[tuple[str, str]]:
    """Each insertion of a text as (kind, name): "table", "figure", "see" or "number"."""
    for found in _INSERTION.finditer(text):
        kind = WORDS.get(found["word"].lower())
        if kind:
            yield kind, found["name"]


def _insertion(state: StateInline, silent: bool) -> bool:
    found = _INSERTION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("insertion", "", 0)
        token.content = found[0]
        token.meta = {"word": found["word"].lower(), "name": found["name"]}
    state.pos = found.end()
    return True
