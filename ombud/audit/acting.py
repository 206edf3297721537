"""In which role somebody acts: set once for a request, and written into every line."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_role: ContextVar[str] = ContextVar("role", default="")


@contextmanager
def acting(role: str) -> Iterator[None]:
    """Lines written until the block ends carry this role."""
    token = _role.set(role)
    try:
        yield
    finally:
        _role.reset(token)


def current_role() -> str:
    """The role of whoever acts now; "" for the command line and for pages without a municipality."""
    return _role.get()
