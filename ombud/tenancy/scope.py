"""The scope: which municipality may be read now. Fails closed: without a scope a query is an error (R10).

>>> with scope(municipality):
...     Enquiry.objects.count()
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models

_current: ContextVar[int | None] = ContextVar("municipality", default=None)


class NoScope(RuntimeError):
    """A scoped model was asked for outside any municipality."""


@contextmanager
def scope(municipality: models.Model) -> Iterator[None]:
    """Read and write for one municipality until the block ends."""
    token = _current.set(municipality.pk)
    try:
        yield
    finally:
        _current.reset(token)


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
