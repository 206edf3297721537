"""The report as a tagged PDF (PDF/UA-1) through Typst."""

from ombud.writers.pdf.write import write

__all__ = ["write"]
