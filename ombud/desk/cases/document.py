"""One document: what is known of it, and how it looks, without the program it was made for."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse

from ombud.casework.actions.case_files.documents import (
    DamagedDocument,
    Preview,
    correct_document,
    preview_document,
)
from ombud.casework.models import Document
from ombud.casework.queries.case_files.opening import opened_document
from ombud.desk.cases.correcting import correct
from ombud.desk.cases.document_form import DocumentForm
from ombud.desk.cases.finding import part_or_404
from ombud.desk.request import DeskRequest

FIELDS = ("name", "received_from", "received_on", "description")


@dataclass(frozen=True)
class Leaf:
    """The page that is looked at, counted from 1, and its neighbours; 0 where there is none."""

    number: int
    pages: int

    @property
    def before(self) -> int:
        return self.number - 1

    @property
    def after(self) -> int:
        return self.number + 1 if self.number < self.pages else 0

    @property
    def drawn(self) -> int:
        """As the address of the picture counts: from 0."""
        return self.number - 1


def document(request: DeskRequest, case: UUID, document: UUID) -> HttpResponse:
    """Seen (logged), and its description corrected with the version that was seen."""
    row = part_or_404(request, Document, case, document)

    def stored() -> DocumentForm:
        text = opened_document(part_or_404(request, Document, case, document), request.keys).text
        return DocumentForm(initial={name: getattr(text, name) for name in FIELDS})

    preview = _preview(request, row)
    return correct(
        request,
        row.case,
        noun="document",
        row=str(row.pk),
        version=lambda: part_or_404(request, Document, case, document).version,
        stored=stored,
        typed=lambda: DocumentForm(request.POST),
        save=lambda form, seen: correct_document(
            document=row, version=seen, keys=request.keys, by=request.user, **form.cleaned_data
        ),
        context={
            "document": opened_document(row, request.keys),
            "preview": preview,
            "leaf": _leaf(request, preview.pages) if preview else None,
        },
        template="cases/document.html",
    )


def _preview(request: DeskRequest, row: Document) -> Preview | None:
    """None for a damaged file."""
    try:
        return preview_document(row.pk, keys=request.keys, by=request.user)
    except DamagedDocument:
        return None


def _leaf(request: DeskRequest, pages: int) -> Leaf:
    wanted = request.GET.get("page", "1")
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 1
    return Leaf(max(1, min(number, pages)), pages)
