"""Text that every format can hold."""

import re
from typing import Any

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Without the control characters and byte order marks that XML (so Word and SVG) or PDF/UA cannot hold."""
    return _FORBIDDEN.sub("", text)


def plain_deep(value: Any) -> Any:
    """The same for every text in lists, tuples and dictionaries."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: plain_deep(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain_deep(inner) for inner in value]
    return value
