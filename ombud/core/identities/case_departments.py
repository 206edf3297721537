"""The cases told in a text without the departments they belong to (R140); the rest of the text is left alone."""

import re
from collections.abc import Iterable

from ombud.core.identities.combinations import departments_in

_BEGINS = re.compile(r"^ {0,3}:{3,}\s*case\b", re.IGNORECASE)
_ENDS = re.compile(r"^ {0,3}:{3,}\s*$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:]\s+|^\s*(?:[-*>]|\d+[.)])\s+)$", re.MULTILINE)


def has_case(text: str) -> bool:
    """Whether the text tells a case in a box."""
    return any(_BEGINS.match(line) for line in text.splitlines())


def cases_without_departments(text: str, departments: Iterable[str], instead: str) -> tuple[str, int]:
    """The text with ``instead`` ("en afdeling") for every name of a department inside a case, its title included, and
    how many names that were. Lines keep their number and their ends.
    """
    names, lines, is_case, found = list(departments), [], False, 0
    for line in text.splitlines(keepends=True):
        is_case = bool(_BEGINS.match(line)) or (is_case and not _ENDS.match(line))
        spans = departments_in(line, names) if is_case else []
        for start, end, name in sorted(spans, reverse=True):
            word = instead[:1].upper() + instead[1:] if _SENTENCE_BEGINS.search(line[:start]) else instead
            line = line[:start] + word + _genitive(line[start:end], name) + line[end:]
        found += len(spans)
        lines.append(line)
    return "".join(lines), found


def _genitive(told: str, name: str) -> str:
    """The ending by which a name owns something: "Jobcentrets", "the Job Centre's"."""
    if told.endswith(("'s", "’s")):
        return told[-2:]
    return "s" if told.endswith("s") and not name.endswith("s") else ""
