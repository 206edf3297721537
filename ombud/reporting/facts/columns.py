"""One query, whole columns. The ORM writes the SQL, the cursor reads it: no object is made for a row."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from django.db import connections, models
from django.db.models import CharField
from django.db.models.functions import Cast
from numpy.typing import NDArray

from ombud.core.statistics.durations import NOT_A_DAY

Column = Sequence[Any]


def read_columns(rows: models.QuerySet[Any], *names: str, dates: Sequence[str] = ()) -> dict[str, Column]:
    """The named fields of all rows, column by column. Those in ``dates`` come as texts such as "2024-04-01", which
    spares the database driver from making a date of every one.
    """
    texts = {f"{name}__text": Cast(name, CharField()) for name in dates}
    query = rows.order_by().values_list(*names, *texts.values()).query
    sql, parameters = query.sql_with_params()
    with connections[rows.db].cursor() as cursor:
        cursor.execute(sql, parameters)
        found = cursor.fetchall()
    columns: list[Column] = list(zip(*found, strict=True)) if found else [() for _ in (*names, *dates)]
    return dict(zip((*names, *dates), columns, strict=True))


class DayNumbers(dict[str | None, int]):
    """The day number of a date written as text, each different text read once; ``NOT_A_DAY`` for none."""

    def __missing__(self, text: str | None) -> int:
        self[text] = number = NOT_A_DAY if text is None else date.fromisoformat(text).toordinal()
        return number


def day_numbers(texts: Column, known: DayNumbers) -> NDArray[np.int64]:
    """The day number of every date of a column."""
    return np.fromiter(map(known.__getitem__, texts), dtype=np.int64, count=len(texts))
