"""A third way, for exact recovery only: bridges (Gusfield 1988). Where a two-way table prints all margins and every
hidden count lies above its least, rows and columns are points, holes are lines, and a hole is known exactly where its
line is on no ring.
"""

Hole = tuple[int, int]


def known_exactly(holes: set[Hole]) -> set[Hole]:
    """The holes (row, column) that are bridges: without one, its row and its column hang together no more."""
    return {hole for hole in holes if not _joined(hole, holes - {hole})}


def _joined(hole: Hole, others: set[Hole]) -> bool:
    rows, columns = {hole[0]}, set[int]()
    while True:
        columns_more = {column for row, column in others if row in rows}
        rows_more = rows | {row for row, column in others if column in columns_more}
        if columns_more == columns and rows_more == rows:
            return hole[1] in columns
        rows, columns = rows_more, columns_more
