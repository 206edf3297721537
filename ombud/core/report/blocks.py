"""What stands between blank lines: markdown-it's block tokens to draft blocks, with their lines."""

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from ombud.core.report.draft import (
    Bullets,
    Case,
    Cited,
    Draft,
    DraftBlock,
    DraftInline,
    Insertion,
    Prose,
    Run,
    Span,
    Subheading,
    Trouble,
)
from ombud.core.report.inlines import InlineReader, Troubles
from ombud.core.report.insertions import WORDS

_CASE = re.compile(r"\s*case\b(?P<title>.*?)(?:\s#(?P<name>[\w-]+))?\s*$", re.IGNORECASE)


class BlockReader:
    """Walks the tokens of one text once, from the first to the last."""

    def __init__(self, tokens: Sequence[Token], lines: Sequence[str]) -> None:
        self._tokens = iter(tokens)
        self._lines = lines
        self._line = 1
        self._depth = 0
        self._troubles: Troubles = []
        self._note_lines: dict[int, int] = {}
        self._notes: dict[int, tuple[DraftInline, ...]] = {}

    def read(self) -> Draft:
        blocks = self._until("")
        return Draft(blocks, self._notes, tuple(self._troubles))

    def _until(self, closing: str) -> tuple[DraftBlock, ...]:
        blocks: list[DraftBlock] = []
        self._depth += 1
        for token in self._tokens:
            if token.type == closing:
                break
            if token.map:
                self._line = token.map[0] + 1
            block = self._block(token)
            if block is not None:
                blocks.append(block)
        self._depth -= 1
        return tuple(blocks)

    def _block(self, token: Token) -> DraftBlock | None:
        match token.type:
            case "paragraph_open":
                return self._paragraph()
            case "heading_open":
                return self._heading()
            case "bullet_list_open" | "ordered_list_open":
                return Bullets(token.tag == "ol", self._items(token.type.replace("_open", "_close")))
            case "blockquote_open":
                return Cited(self._until("blockquote_close"))
            case "container_case_open":
                return self._case(token)
            case "footnote_open":
                label = int(token.meta["id"])
                self._line = self._note_lines.get(label, self._line)
                self._notes[label] = tuple(_inlines(self._until("footnote_close")))
        return None

    def _items(self, closing: str) -> tuple[tuple[DraftBlock, ...], ...]:
        items: list[tuple[DraftBlock, ...]] = []
        for token in self._tokens:
            if token.type == closing:
                break
            items.append(self._until("list_item_close"))
        return tuple(items)

    def _paragraph(self) -> DraftBlock:
        line, token = self._line, self._inline("paragraph_close")
        children = token.children or []
        if len(children) == 1 and children[0].type == "insertion":
            kind = WORDS.get(children[0].meta["word"], "")
            if kind in ("table", "figure"):
                return Insertion(kind, str(children[0].meta["name"]), line)
        return Prose(InlineReader(children, line, self._troubles, self._note_lines).read(), line)

    def _heading(self) -> DraftBlock:
        """A heading inside a list, a quote or a case is a bold paragraph: a contents list cannot hold it."""
        line, token = self._line, self._inline("heading_close")
        children = InlineReader(token.children or [], line, self._troubles, self._note_lines).read()
        if self._depth > 1:
            return Prose((Span("strong", children),), line)
        return Subheading(_plain(children).strip(), line)

    def _inline(self, closing: str) -> Token:
        inline = next(self._tokens)
        while next(self._tokens).type != closing:
            pass
        return inline

    def _case(self, token: Token) -> Case:
        line = self._line
        found = _CASE.match(token.info)
        title, name = (found["title"].strip(), found["name"] or "") if found else ("", "")
        end = token.map[1] if token.map else len(self._lines)
        if end >= len(self._lines) or ":::" not in self._lines[end]:
            self._troubles.append((Trouble.OPEN_CASE, title, line))
        if not title:
            self._troubles.append((Trouble.UNTITLED_CASE, name, line))
        return Case(title, name, self._until("container_case_close"), line)


def _inlines(blocks: Iterable[DraftBlock]) -> list[DraftInline]:
    """The paragraphs of a footnote as one line of text."""
    nodes: list[DraftInline] = []
    for block in blocks:
        if isinstance(block, Prose):
            nodes.extend([Run(" ", block.line), *block.children] if nodes else block.children)
    return nodes


def _plain(children: Iterable[DraftInline]) -> str:
    """The words of a heading; references and numbers have no place in one."""
    parts = [
        child.text if isinstance(child, Run) else _plain(child.children)
        for child in children
        if isinstance(child, Run | Span)
    ]
    return "".join(parts)
