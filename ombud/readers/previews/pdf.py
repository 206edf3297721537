"""Pages of a PDF, drawn. Scripts, links and forms in it do nothing: there is nobody who would run them."""

import pypdfium2

from ombud.readers.previews.pictures import HIGHEST, WIDEST, as_png

MOST_PAGES = 200


def look(content: bytes) -> int:
    """How many of its pages can be looked at. Raises for a document that is damaged or under a password."""
    with pypdfium2.PdfDocument(content) as document:
        if not len(document):
            raise ValueError("There is no page.")
        return min(len(document), MOST_PAGES)


def draw(content: bytes, page: int) -> bytes:
    """The page, counted from 0, as PNG."""
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page]
        width, height = sheet.get_size()
        scale = min(WIDEST / max(width, 1), HIGHEST / max(height, 1))
        bitmap = sheet.render(scale=scale, may_draw_forms=False, draw_annots=True)
        return as_png(bitmap.to_pil())
