"""The report's tables as an Excel workbook with native charts and no formula."""

from ombud.writers.xlsx.write import write

__all__ = ["write"]
