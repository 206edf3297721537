"""Draft nodes to the finished tree: insertions filled, references numbered, footnotes counted through the report."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from ombud.core.report import draft as d
from ombud.core.report import tree as t
from ombud.core.report.problem import Problem
from ombud.core.report.references import capitalised_after, reference_text, typed_references, unfilled_references
from ombud.core.report.targets import Targets
from ombud.core.report.typography import typeset
from ombud.core.statistics.hiding import in_fair_order
from ombud.core.statistics.table import Figure, Table
from ombud.core.words import Words


@dataclass
class Resolver:
    """Turns one section after the other into finished blocks; keeps the footnotes and the problems it meets."""

    targets: Targets
    tables: Mapping[str, Table]
    figures: Mapping[str, Figure]
    numbers: Mapping[str, str]
    words: Words
    footnotes: list[t.Footnote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _section: str = ""
    _notes: Mapping[int, tuple[d.DraftInline, ...]] = field(default_factory=dict)
    _note_numbers: dict[int, int] = field(default_factory=dict)
    _inserted: set[tuple[str, str]] = field(default_factory=set)

    def enter(self, section: str, notes: Mapping[int, tuple[d.DraftInline, ...]]) -> None:
        """Begin a section: problems are its own, footnote labels count afresh."""
        self._section, self._notes, self._note_numbers = section, notes, {}

    def blocks(self, blocks: Iterable[d.DraftBlock]) -> tuple[t.Block, ...]:
        resolved = (self._block(block) for block in blocks)
        return tuple(block for block in resolved if block is not None)

    def complain(self, line: int, message: str, *, stops: bool = True) -> None:
        self.problems.append(Problem(self._section, line, message, stops))

    def _block(self, block: d.DraftBlock) -> t.Block | None:
        match block:
            case d.Prose():
                return t.Paragraph(self._inlines(block.children))
            case d.Bullets():
                return t.ListBlock(block.ordered, tuple(self.blocks(item) for item in block.items))
            case d.Cited():
                return t.Quote(self.blocks(block.blocks))
            case d.Case():
                number = self.targets.case_numbers[id(block)]
                return t.CaseBox(number, f"case-{number}", typeset(block.title), self.blocks(block.blocks))
            case d.Insertion():
                return self._insertion(block)
        return None

    def _insertion(self, block: d.Insertion) -> t.Block | None:
        key = (block.kind, block.name)
        found = self.targets.of(block.kind, block.name)
        if not found:
            self._unknown(block)
            return None
        if key in self._inserted:
            message = self.words.gettext("“%(name)s” is inserted twice. Refer to it instead: {see: %(name)s}.")
            self.complain(block.line, message % {"name": block.name})
            return None
        self._inserted.add(key)
        number = int(found[0].number or 0)
        if block.kind == "table":
            return t.TableBlock(number, found[0].anchor, in_fair_order(self.tables[block.name]))
        return t.FigureBlock(number, found[0].anchor, self.figures[block.name])

    def _unknown(self, block: d.Insertion) -> None:
        message = (
            self.words.gettext("There is no table “%(name)s”.")
            if block.kind == "table"
            else self.words.gettext("There is no figure “%(name)s”.")
        )
        self.complain(block.line, message % {"name": block.name})

    def _inlines(self, nodes: Iterable[d.DraftInline], before: str = "") -> tuple[t.Inline, ...]:
        """``before`` is what stands before on the same line: it decides on capitals."""
        resolved: list[t.Inline] = []
        for node in nodes:
            one = self._inline(node, before)
            if isinstance(one, t.Text) and resolved and isinstance(resolved[-1], t.Text):
                resolved[-1] = t.Text(resolved[-1].text + one.text)
            else:
                resolved.append(one)
            before += plain_text([one])
        self._check_prose(nodes)
        return tuple(resolved)

    def _inline(self, node: d.DraftInline, before: str) -> t.Inline:
        match node:
            case d.Run():
                return t.Text(node.text)
            case d.Span():
                children = self._inlines(node.children, before)
                if node.style == "link":
                    return t.Link(node.address, children)
                return t.Strong(children) if node.style == "strong" else t.Emphasis(children)
            case d.See():
                return self._see(node, before)
            case d.Number():
                return self._number(node)
            case d.Note():
                return t.FootnoteMark(self._note(node))

    def _see(self, node: d.See, before: str) -> t.Inline:
        found = self.targets.of(node.kind, node.name)
        if len(found) > 1:
            message = self.words.gettext(
                "“%(name)s” is the name of several things. Write which one: {see: table %(name)s}, {see: figure …}."
            )
        elif not found:
            message = self.words.gettext("The reference to “%(name)s” leads to nothing in this report.")
        elif found[0].kind == "figure" and not found[0].number:
            message = self.words.gettext("The figure “%(name)s” is printed as a sentence and cannot be referred to.")
        else:
            text = reference_text(found[0], self.words)
            return t.Reference(found[0].anchor, capitalised_after(before, text))
        self.complain(node.line, message % {"name": node.name})
        return t.Text("?")

    def _number(self, node: d.Number) -> t.Inline:
        if node.name in self.numbers:
            return t.LiveNumber(node.name, typeset(self.numbers[node.name]))
        message = self.words.gettext("There is no number called “%(name)s”.")
        self.complain(node.line, message % {"name": node.name})
        return t.Text("?")

    def _note(self, node: d.Note) -> int:
        if node.label not in self._note_numbers:
            number = len(self.footnotes) + 1
            self._note_numbers[node.label] = number
            self.footnotes.append(t.Footnote(number, ()))
            self.footnotes[number - 1] = t.Footnote(number, self._inlines(self._notes.get(node.label, ())))
        return self._note_numbers[node.label]

    def _check_prose(self, nodes: Iterable[d.DraftInline]) -> None:
        for is_run, group in groupby(nodes, key=lambda node: isinstance(node, d.Run)):
            if is_run:
                self._check_runs([node for node in group if isinstance(node, d.Run)])

    def _check_runs(self, runs: Sequence[d.Run]) -> None:
        """What was never filled in or typed by hand, also where a line break splits it."""
        text = "".join(run.text for run in runs)
        starts = list(accumulate((len(run.text) for run in runs), initial=0))
        for start, shown in unfilled_references(text):
            message = self.words.gettext("“%(text)s” is a reference that was never filled in.")
            self.complain(runs[bisect_right(starts, start) - 1].line, message % {"text": shown})
        for start, shown, leads_nowhere in typed_references(text, self.targets):
            if leads_nowhere:
                message = self.words.gettext("“%(text)s” does not exist in this report.")
            else:
                message = self.words.gettext("“%(text)s” is typed by hand and will not follow if the numbers change.")
            line = runs[bisect_right(starts, start) - 1].line
            self.complain(line, message % {"text": shown}, stops=leads_nowhere)


def plain_text(nodes: Iterable[t.Inline]) -> str:
    """The words alone, without footnote marks."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, t.Text | t.Reference | t.LiveNumber):
            parts.append(node.text)
        elif not isinstance(node, t.FootnoteMark):
            parts.append(plain_text(node.children))
    return "".join(parts)
