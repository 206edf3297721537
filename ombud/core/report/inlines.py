"""What stands inside a paragraph: markdown-it's inline tokens to draft nodes, with their lines."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ombud.core.report.draft import DraftInline, Note, Number, Run, See, Span, Trouble
from ombud.core.report.insertions import WORDS, split_kind
from ombud.core.report.typography import typeset

_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"»«“”]+[^\s<>\"»«“”.,;:!?)\]]")
_LEFT_OVER = (
    (Trouble.MISSING_FOOTNOTE, re.compile(r"\[\^[^\]\s]+\]")),
    (Trouble.UNSAFE_LINK, re.compile(r"\[[^\]]*\]\([^)]*\)")),
    (Trouble.UNKNOWN_INSERTION, re.compile(r"\{[^{}]*:[^{}]*\}|^:::.*")),
)
_STYLES = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}

Troubles = list[tuple[Trouble, str, int]]


class InlineReader:
    """Reads the children of one inline token; troubles, and where each footnote is first called, go to what it was
    given."""

    def __init__(self, tokens: Sequence[Token], line: int, troubles: Troubles, note_lines: dict[int, int]) -> None:
        self._tokens: Iterator[Token] = iter(tokens)
        self._line = line
        self._troubles = troubles
        self._note_lines = note_lines

    def read(self) -> tuple[DraftInline, ...]:
        return tuple(self._until_close())

    def _until_close(self, in_link: bool = False) -> list[DraftInline]:
        nodes: list[DraftInline] = []
        for token in self._tokens:
            if token.nesting < 0:
                break
            nodes.extend(self._node(token, in_link))
        return nodes

    def _node(self, token: Token, in_link: bool) -> list[DraftInline]:
        if token.type in _STYLES:
            style = _STYLES[token.type]
            children = tuple(self._until_close(in_link or style == "link"))
            return [Span(style, children, str(token.attrs.get("href", "")))]
        if token.type == "insertion":
            return self._insertion(token)
        if token.type == "footnote_ref":
            label = int(token.meta["id"])
            self._note_lines.setdefault(label, self._line)
            return [Note(label, self._line)]
        if token.type in ("softbreak", "hardbreak"):
            self._line += 1
            return [Run(" " if token.type == "softbreak" else "\n", self._line)]
        return self._text(token.content, in_link)

    def _insertion(self, token: Token) -> list[DraftInline]:
        word, name = WORDS.get(token.meta["word"]), str(token.meta["name"])
        if word == "see":
            kind, target = split_kind(name)
            return [See(target, kind, self._line)]
        if word == "number":
            return [Number(name, self._line)]
        what = Trouble.INSERTION_IN_PROSE if word else Trouble.UNKNOWN_INSERTION
        self._troubles.append((what, token.content, self._line))
        return [Run(token.content, self._line)]

    def _text(self, text: str, in_link: bool) -> list[DraftInline]:
        for what, pattern in _LEFT_OVER:
            self._troubles.extend((what, found[0], self._line) for found in pattern.finditer(text))
        if not text:
            return []
        return [Run(typeset(text), self._line)] if in_link else self._with_addresses(text)

    def _with_addresses(self, text: str) -> list[DraftInline]:
        nodes: list[DraftInline] = []
        end = 0
        for found in _BARE_ADDRESS.finditer(text):
            if found.start() > end:
                nodes.append(Run(typeset(text[end : found.start()]), self._line))
            nodes.append(Span("link", (Run(found[0], self._line),), found[0]))
            end = found.end()
        if end < len(text):
            nodes.append(Run(typeset(text[end:]), self._line))
        return nodes
