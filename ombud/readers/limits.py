"""How large a file may be before it is refused unread."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes and counts; a file at the limit is still read."""

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 600_000_000
    unpacked_ratio: int = 150
    """Unpacked size over file size; only asked once the unpacked size passes ``ratio_counts_from``."""
    ratio_counts_from: int = 20_000_000
    parts: int = 10_000
    rows: int = 1_000_000
    columns: int = 500
    cells: int = 20_000_000
    """Rows times columns of one sheet: two cells far apart take as much memory as all between them."""
