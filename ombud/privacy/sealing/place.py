"""Where a sealed value belongs. It opens nowhere else."""

from dataclasses import dataclass

Sealed = bytes | memoryview
"""What a database gives back for what was sealed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Municipality, case, table, field and row; each may be empty, none may be confused with its neighbour."""

    office: str
    case: str
    table: str
    field: str
    row: str

    def encoded(self) -> bytes:
        """The associated data: every part behind its length, so that no two places read alike."""
        return joined(self.office, self.case, self.table, self.field, self.row)


def joined(*parts: str | bytes) -> bytes:
    """Parts behind their lengths in four bytes: different lists of parts give different bytes."""
    whole = bytearray()
    for part in parts:
        encoded = part.encode() if isinstance(part, str) else part
        whole += len(encoded).to_bytes(4, "big") + encoded
    return bytes(whole)
