"""One query, whole columns. The ORM writes the SQL, the cursor reads it: no object is made for a row."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from django.db import connections, models
from django.db.models import CharField
from django.db.models.functions import Cast
from numpy.typing import NDArray

from ombud.core.statistics.durations import NOT_A_DAY
from ombud.tenancy.scope import current_id

Column = Sequence[Any]


def read_columns(
    model: type[models.Model], first: date, last: date, names: Sequence[str], dates: Sequence[str], through: str = ""
) -> dict[str, Column]:
    """The named fields of all rows received from ``first`` to ``last`` in the municipality in scope, column by column;
    with ``through`` one row for each of its related rows. Those in ``dates`` come as texts such as "2024-04-01", which
    spares the database driver from making a date of every one.
    """
    connection = connections["default"]
    days = [connection.ops.adapt_datefield_value(day) for day in (first, last)]
    with connection.cursor() as cursor:
        cursor.execute(_sql(model, tuple(names), tuple(dates), through), (current_id(), *days))
        found = cursor.fetchall()
    columns: list[Column] = list(zip(*found, strict=True)) if found else [() for _ in (*names, *dates)]
    return dict(zip((*names, *dates), columns, strict=True))


@cache
def _sql(model: type[models.Model], names: tuple[str, ...], dates: tuple[str, ...], through: str) -> str:
    """The query with places for municipality, first and last day. The ORM writes it once: that takes as long as reading
    a small municipality's year.
    """
    related = {f"{through}__isnull": False} if through else {}
    rows = model._default_manager.filter(received_on__range=(date.min, date.max), **related)
    texts = [Cast(name, CharField()) for name in dates]
    sql, parameters = rows.order_by().values_list(*names, *texts).query.sql_with_params()
    if len(parameters) != 3 or parameters[0] != current_id():
        raise AssertionError("The query has other places than municipality, first and last day")
    return str(sql)


class DayNumbers(dict[str | None, int]):
    """The day number of a date written as text, each different text read once; ``NOT_A_DAY`` for none."""

    def __missing__(self, text: str | None) -> int:
        self[text] = number = NOT_A_DAY if text is None else date.fromisoformat(text).toordinal()
        return number


def day_numbers(texts: Column, known: DayNumbers) -> NDArray[np.int64]:
    """The day number of every date of a column."""
    return np.fromiter(map(known.__getitem__, texts), dtype=np.int64, count=len(texts))
