"""Reads the four formats back, each with another library than the one that wrote it where there is one."""

import re
import subprocess
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl

Cells = list[list[str]]


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[str, Cells]] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts = 0
        self._caption = ""
        self._into = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"]] if values.get("id") else []  # type: ignore[list-item]
        self.links += [values["href"]] if tag == "a" and values.get("href") else []  # type: ignore[list-item]
        self.scripts += tag == "script" or any(name.startswith("on") for name in values)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append(("", []))
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag in ("th", "td"):
            self.tables[-1][1][-1].append("")
            self._into = "cell"
        elif tag == "caption":
            self._into, self._caption = "caption", ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self._into = ""
        elif tag == "caption":
            self._into = ""
            self.tables[-1] = (self._caption, self.tables[-1][1])

    def handle_data(self, data: str) -> None:
        if self._into == "cell":
            self.tables[-1][1][-1][-1] += data
        elif self._into == "caption":
            self._caption += data


def html(content: bytes) -> _Tables:
    parser = _Tables()
    parser.feed(content.decode("utf-8"))
    return parser


def pdf_text(content: bytes, folder: Path) -> str:
    """The text as it stands on the page, columns apart."""
    (folder / "report.pdf").write_bytes(content)
    command = ["pdftotext", "-layout", str(folder / "report.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def pdf_rows(text: str) -> Cells:
    """Every line as its parts: the label and the cells after it."""
    return [re.split(r"\s{2,}", line.strip()) for line in text.splitlines() if line.strip()]


def docx_tables(content: bytes) -> list[Cells]:
    document: Any = docx.Document(BytesIO(content))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def xlsx_sheets(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))
