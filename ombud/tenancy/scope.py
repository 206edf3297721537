"""The scope: which municipality may be read now. Fails closed: without a scope a query is an error (R10).

>>> with scope(municipality):
...     Enquiry.objects.count()

Scopes nest, and end in the order in which they began. PostgreSQL is told each time (``sight``); its row-level security
is the second wall behind this one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models

from ombud.tenancy.sight import EVERYTHING, NOTHING, show, show_again

_current: ContextVar[int | None] = ContextVar("municipality", default=None)
_crossing: ContextVar[bool] = ContextVar("crossing", default=False)


class NoScope(RuntimeError):
    """A scoped model was asked for outside any municipality."""


@contextmanager
def scope(municipality: models.Model) -> Iterator[None]:
    """Read and write for one municipality until the block ends."""
    with _entered(municipality.pk, crossing=False):
        yield


@contextmanager
def everywhere(why: str) -> Iterator[None]:
    """Cross municipalities until the block ends, with the manager ``unscoped``; ``objects`` stays as narrow as before.

    For migrations, backups and what compares whole databases. A test lists every use with its reason ``why``.
    """
    if not why:
        raise ValueError("Say why the municipalities are crossed.")
    with _entered(_current.get(), crossing=True):
        yield


@contextmanager
def _entered(municipality: int | None, *, crossing: bool) -> Iterator[None]:
    tokens = _current.set(municipality), _crossing.set(crossing)
    try:
        show(sight())
        yield
    finally:
        _current.reset(tokens[0])
        _crossing.reset(tokens[1])
        show_again(sight())


def sight() -> str:
    """What row-level security lets through now: one municipality's primary key, everything, or nothing."""
    if _crossing.get():
        return EVERYTHING
    municipality = _current.get()
    return NOTHING if municipality is None else str(municipality)


def current_id() -> int:
    """The primary key of the municipality in scope. Raises NoScope outside one."""
    municipality = _current.get()
    if municipality is None:
        raise NoScope("No municipality is in scope: wrap the call in tenancy.scope.scope(municipality).")
    return municipality


class ScopedManager(models.Manager[Any]):
    """A manager whose every query is narrowed to the municipality in scope."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(municipality_id=current_id())


class UnscopedManager(models.Manager[Any]):
    """A manager that does not narrow: Django follows references with it, and ``everywhere`` crosses with it.

    Outside a scope and ``everywhere`` it fails, on every database: PostgreSQL would answer that there are no rows, and
    whoever deletes what nobody refers to would believe it.
    """

    def get_queryset(self) -> models.QuerySet[Any]:
        if sight() == NOTHING:
            raise NoScope("No municipality is in scope, and tenancy.scope.everywhere was not asked for.")
        return super().get_queryset()

    def none(self) -> models.QuerySet[Any]:
        """No rows at all; a form is made with it before there is a scope."""
        return super().get_queryset().none()
