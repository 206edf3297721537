"""SHA-256 over an edition's content and files: the proof that it is unchanged."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(data: Any) -> bytes:
    """The one way of writing JSON that a digest is taken of."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def edition_digest(content: Mapping[str, Any], files: Mapping[str, str]) -> str:
    """One digest over the frozen content and the digests of the files by format; of the content alone before there
    are files.
    """
    own = digest(canonical(content))
    return digest(canonical({"content": own, "files": dict(files)})) if files else own
