"""What the log says of a text that changed: never what somebody wrote, for no line can be sealed later."""

from collections.abc import Mapping
from typing import Any

from ombud.reporting.own_texts import Standing, is_sealing


def logged_texts(before: Mapping[str, str], after: Mapping[str, str], standing: Standing) -> dict[str, list[Any]]:
    """For each text in ``before`` what it was and what it is now: standing texts as they are, own ones by their length,
    and once they are sealed not even that.
    """
    hides = is_sealing()
    return {name: [_logged(text, name, standing, hides) for text in (before[name], after[name])] for name in before}


def heading(title: str, standing: Standing) -> str:
    """A section's heading for the log; "" where somebody wrote it."""
    return title if title in standing.get("title", ()) else ""


def _logged(text: str, name: str, standing: Standing, hides: bool) -> str:
    if name != "text" and (not text or text in standing.get(name, ())):
        return text
    return "own text" if hides else f"{len(text)} characters"
