"""Keys of sections that say nothing of their headings, and texts that refer to a section by its key."""

import re
from collections.abc import Iterable, Mapping

NEUTRAL = re.compile(r"section-\d+")
_SEE = re.compile(r"(\{\s*(?:se|see)\s*:\s*(?:(?:afsnit|section)\s+)?)([\w-]+)(\s*\})", re.IGNORECASE)


def neutral_key(taken: Iterable[str]) -> str:
    """The first of "section-1", "section-2" ... that is free."""
    used, number = set(taken), 1
    while f"section-{number}" in used:
        number += 1
    return f"section-{number}"


def with_new_keys(text: str, new: Mapping[str, str]) -> str:
    """The text with its references to the keys of ``new`` leading to the new ones."""
    return _SEE.sub(lambda found: found[1] + new.get(found[2].casefold(), found[2]) + found[3], text)
