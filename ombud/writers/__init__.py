"""A report tree to files. Every writer is ``write(document, *, words) -> bytes`` and raises ``WriteError``.

The writers are loaded at their first use: the document libraries take longer to import than the program to start.
"""

from collections.abc import Callable
from importlib import import_module

from ombud.core.report.tree import Document
from ombud.core.words import Words
from ombud.writers.error import WriteError

Writer = Callable[..., bytes]

__all__ = ["WRITERS", "WriteError", "Writer"]


def _late(name: str) -> Writer:
    def write(document: Document, *, words: Words, **options: object) -> bytes:
        made: bytes = import_module(f"ombud.writers.{name}").write(document, words=words, **options)
        return made

    return write


WRITERS: dict[str, Writer] = {name: _late(name) for name in ("html", "pdf", "docx", "xlsx")}
"""By file name extension. Only "docx" takes an option: ``template``, the municipality's own .docx as bytes."""
