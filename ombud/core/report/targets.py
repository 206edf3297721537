"""What a reference can lead to: all numbered things, counted in the order they are printed (R254, R255)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ombud.core.report.draft import Bullets, Case, Cited, Draft, DraftBlock, Insertion
from ombud.core.report.outline import Heading
from ombud.core.statistics.table import Figure, Table


@dataclass(frozen=True)
class Target:
    """``kind`` is "table", "figure", "section" or "case"; ``number`` is "" for what carries none."""

    kind: str
    number: str
    anchor: str
    title: str


@dataclass
class Targets:
    """Built once for a report, in reading order; read by everything that refers."""

    by_name: dict[tuple[str, str], Target] = field(default_factory=dict)
    case_numbers: dict[int, int] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def of(self, kind: str, name: str) -> list[Target]:
        """All that go by the name, of one kind or (kind "") of any."""
        wanted = name.casefold()
        return [
            target for (one, other), target in self.by_name.items() if other == wanted and (not kind or kind == one)
        ]

    def numbers(self, kind: str) -> set[str]:
        return {target.number for target in self.by_name.values() if target.kind == kind and target.number}

    def add(self, kind: str, name: str, title: str, number: str | None = None, anchor: str = "") -> Target:
        """Give the next number of its kind, unless it has one of its own ("" for none)."""
        if number is None:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            number = str(self._counts[kind])
        target = Target(kind, number, anchor or f"{kind}-{number}", title)
        self.by_name.setdefault((kind, name.casefold()), target)
        return target


def collect(
    headings: Iterable[Heading],
    drafts: Mapping[str, Draft],
    tables: Mapping[str, Table],
    figures: Mapping[str, Figure],
) -> Targets:
    """Number everything. A table or figure inserted again keeps the number it got first."""
    targets = Targets()
    for heading in walk(headings):
        targets.add("section", heading.section.key, heading.section.title, heading.number, heading.anchor)
        for block in _blocks(drafts[heading.anchor].blocks):
            _add_block(targets, block, tables, figures)
    return targets


def walk(headings: Iterable[Heading]) -> Iterator[Heading]:
    for heading in headings:
        yield heading
        yield from walk(heading.below)


def _blocks(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    for block in blocks:
        yield block
        if isinstance(block, Case | Cited):
            yield from _blocks(block.blocks)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _blocks(item)


def _add_block(targets: Targets, block: DraftBlock, tables: Mapping[str, Table], figures: Mapping[str, Figure]) -> None:
    if isinstance(block, Case):
        name = block.name or f"#{id(block)}"
        targets.case_numbers[id(block)] = int(targets.add("case", name, block.title).number)
    elif isinstance(block, Insertion) and not targets.of(block.kind, block.name):
        if block.kind == "table" and block.name in tables:
            targets.add("table", block.name, tables[block.name].caption)
        elif block.kind == "figure" and block.name in figures:
            figure = figures[block.name]
            number = "" if figure.sentence else None
            targets.add(
                "figure",
                block.name,
                figure.caption,
                number,
                f"sentence-{len(targets.by_name)}" if figure.sentence else "",
            )
