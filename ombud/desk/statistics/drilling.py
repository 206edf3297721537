"""From a number to the registrations behind it: the address that lists exactly those rows."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from ombud.core.statistics.table import Column, Origin, Row, Table

NONE = "none"
GRAINS = {"matters": "matters", "appeal_remarks": "remarks"}
KINDS = {"matters": "enquiries-list", "appeal_decisions": "appeals-list", "appeal_remarks": "appeals-list"}
Where = dict[str, tuple[str, ...]]


def address(code: str, table: Table, row: Row | None, column: Column, first: date, last: date) -> str:
    """Where the rows behind a cell are listed; "" for shares, for other periods and for imported numbers.

    ``row`` None is the total row. Several values of one dimension stand with commas between them.
    """
    if column.unit != "count" or table.kind not in KINDS or table.basis.origin != Origin.COUNTED:
        return ""
    if {"period", "quarter"} & {*table.row_dimensions, table.column_dimension}:
        return ""
    if column.key in ("previous", "change", "size"):
        return ""
    wanted: Where = dict(table.where)
    if row is not None:
        _narrow(wanted, _dimension(table, row), row.members or (row.key,))
    if table.column_dimension and not column.is_total:
        _narrow(wanted, table.column_dimension, (column.key,))
    query = {"received_from": first.isoformat(), "received_to": last.isoformat()}
    query |= {name: ",".join(value or NONE for value in values) for name, values in wanted.items()}
    query |= _left_out(table.left_out)
    if table.kind in GRAINS:
        query["grain"] = GRAINS[table.kind]
    return f"{reverse(KINDS[table.kind], args=[code])}?{urlencode(query)}"


def _dimension(table: Table, row: Row) -> str:
    return table.row_dimensions[min(row.level, len(table.row_dimensions) - 1)]


def _narrow(wanted: Where, dimension: str, keys: tuple[str, ...]) -> None:
    before = wanted.get(dimension)
    wanted[dimension] = tuple(key for key in keys if before is None or key in before)


def _left_out(exclusions: tuple[Mapping[str, tuple[str, ...]], ...]) -> dict[str, str]:
    """Only exclusions on one dimension can be said in an address; each becomes ``not_<dimension>``."""
    return {
        f"not_{name}": ",".join(value or NONE for value in values)
        for where in exclusions
        if len(where) == 1
        for name, values in where.items()
    }
