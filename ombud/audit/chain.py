"""The chain: every line carries the hash of the line before it, so that no line can be changed in silence.

The hash is not keyed. Whoever may write into the database as its owner can forge the whole tail anew; what stops that
is the head that leaves the machine once a day (``ombud.audit.heads``).
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC
from typing import Any

FORMAT = "ombud log 1"
"""What the hash covers and how it is written. Another format gets another name, and the lines keep theirs."""
START = "0" * 64
"""What stands in place of a hash before the first line."""


def written(line: Any) -> bytes:
    """Every column of a line and the hash before it, in one spelling that is the same on every database.

    The key of the row is left out, since the database gives it: ``position`` is the line's number, and the keys must
    rise with it.
    """
    columns = [
        FORMAT,
        line.municipality,
        line.position,
        line.previous,
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        line.by,
        line.role,
        line.action,
        line.purpose,
        str(line.case) if line.case else "",
        line.noun,
        line.noun_id,
        line.label,
        line.changes,
        bytes(line.details).hex(),
    ]
    return json.dumps(columns, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def hash_of(line: Any) -> str:
    """SHA-256 of the line as ``written``, 64 hexadecimal digits."""
    return hashlib.sha256(written(line)).hexdigest()


def link(lines: Iterable[Any], *, position: int, previous: str) -> None:
    """Give lines of one municipality their places after the line at ``position`` whose hash is ``previous``."""
    for line in lines:
        position += 1
        line.position, line.previous = position, previous
        line.hash = previous = hash_of(line)


def plain(changes: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Changes as they come back from the database: text, whole numbers, yes and no, lists. A fraction becomes text."""
    told: dict[str, list[Any]] = json.loads(json.dumps(changes, allow_nan=False), parse_float=str)
    return told
