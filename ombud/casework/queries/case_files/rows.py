"""The sealed rows of every case of the municipality in scope, read a few hundred at a time."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import CharField
from django.db.models.functions import Cast

from ombud.casework.models import CaseFile, Consent, Document, EarlierNote, Note, Party, Rectification

CHUNK = 500
HEX_DIGITS = 32
SOURCES: dict[str, tuple[Any, str]] = {
    "casefile": (CaseFile, "pk"),
    "party": (Party, "case_id"),
    "note": (Note, "case_id"),
    "consent": (Consent, "case_id"),
    "rectification": (Rectification, "case_id"),
    "document": (Document, "case_id"),
    "earliernote": (EarlierNote, "note__case_id"),
}


def all_cases() -> Iterable[UUID]:
    return CaseFile.objects.order_by().values_list("pk", flat=True)


def rows_of(noun: str, only: list[str] | None = None) -> Iterator[tuple[str, str, bytes]]:
    """Case, row and sealed content. Ids are text: a hundred thousand UUIDs would take longer to make than to use."""
    model, case = SOURCES[noun]
    rows = model.objects.order_by() if only is None else model.objects.order_by().filter(pk__in=only)
    texts = {"case_text": Cast(case, CharField()), "row_text": Cast("pk", CharField())}
    named = rows.annotate(**texts).values_list("case_text", "row_text", "sealed")
    return ((_hyphened(one), _hyphened(row), sealed) for one, row, sealed in named.iterator(chunk_size=CHUNK))


def _hyphened(name: str) -> str:
    """An id as ``str`` writes a UUID; SQLite keeps it as 32 hexadecimal digits."""
    if len(name) != HEX_DIGITS:
        return name
    return f"{name[:8]}-{name[8:12]}-{name[12:16]}-{name[16:20]}-{name[20:]}"
