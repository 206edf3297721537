"""Text that every format can hold."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Without the control characters that XML, and so Word and SVG, cannot hold."""
    return _FORBIDDEN.sub("", text)
