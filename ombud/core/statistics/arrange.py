"""Which lines a table shows and in what order: zero rows, groups, order, the first so many."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ombud.core.statistics.definitions import ALWAYS, COUNT_DESCENDING, COUNTED_ONLY, Group, TableDefinition, text_in
from ombud.core.statistics.lines import Line
from ombud.core.words import Words

REST = "rest:"
GROUP = "group:"


def arrange(lines: Sequence[Line], definition: TableDefinition, words: Words) -> tuple[Line, ...]:
    """The lines to print, in order, with those below them arranged by the same rules."""
    below = [replace(line, children=arrange(line.children, definition, words)) for line in lines]
    shown = [line for line in below if _is_shown(line, definition)]
    if definition.groups and shown:
        shown = _grouped(shown, definition.groups, words)
    stated = _ordered([line for line in shown if line.is_stated], definition.order)
    stated = _first(stated, definition.top, words)
    return (*stated, *(line for line in shown if not line.is_stated))


def _is_shown(line: Line, definition: TableDefinition) -> bool:
    if line.total or any(line.counts.values()) or any(child.total for child in line.children):
        return True
    if not line.is_stated:
        return definition.not_stated == ALWAYS
    return line.is_current and definition.zero_rows != COUNTED_ONLY


def _ordered(lines: list[Line], order: str | tuple[str, ...]) -> list[Line]:
    if order == COUNT_DESCENDING:
        return sorted(lines, key=lambda line: -(line.total or 0))
    if isinstance(order, tuple):
        places = {name.casefold(): at for at, name in enumerate(order)}
        last = len(places)
        return sorted(lines, key=lambda line: min((places.get(name, last) for name in line.names), default=last))
    return lines


def _first(lines: list[Line], top: int, words: Words) -> list[Line]:
    """The first ``top`` lines and one for the rest, so that the parts still add up."""
    if not top or len(lines) <= top + 1:
        return lines
    label = words.gettext("The other %(number)s") % {"number": len(lines) - top}
    return [*lines[:top], united(REST, label, lines[top:])]


def _grouped(lines: list[Line], groups: Sequence[Group], words: Words) -> list[Line]:
    left = list(lines)
    found = []
    for group in groups:
        wanted = {name.casefold() for name in group.members}
        inside = [line for line in left if line.names & wanted]
        left = [line for line in left if line not in inside]
        name = text_in(group.name, words.get_language())
        found.append(united(GROUP + name, name, inside))
    rest = [line for line in left if line.is_stated]
    if rest:
        found.append(united(REST, words.gettext("The other %(number)s") % {"number": len(rest)}, rest))
    return [*found, *(line for line in left if not line.is_stated)]


def united(key: str, label: str, lines: Sequence[Line]) -> Line:
    """Several lines as one."""
    columns = dict.fromkeys(column for line in lines for column in line.counts)
    counts = {column: sum(line.counts.get(column, 0) for line in lines) for column in columns}
    members = tuple(member for line in lines for member in line.members or (line.key,))
    return Line(key, label, sum(line.total or 0 for line in lines), counts, members=members)


def only_possible(lines: Sequence[Line], allows: Sequence[Callable[[str], bool]]) -> tuple[Line, ...]:
    """Without the lines that the filters of the table rule out, level by level; what is counted is never hidden."""
    return tuple(
        replace(line, children=only_possible(line.children, allows[1:]))
        for line in lines
        if line.total or not line.is_stated or allows[0](line.key)
    )
