"""The report as a Word document the adviser can go on writing in."""

from ombud.writers.docx.write import write

__all__ = ["write"]
