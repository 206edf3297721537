"""A file of any kind that can be read, to a workbook."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ombud.core.words import Words
from ombud.readers.archive import Archive, open_archive, protected
from ombud.readers.collector import collector_at_rest
from ombud.readers.compound_file import open_compound
from ombud.readers.csv_file import Tell, read_csv
from ombud.readers.error import ReadError
from ombud.readers.limits import Limits
from ombud.readers.office_file import XLS_STREAMS, look_through_archive, look_through_compound, read_office_file
from ombud.readers.recognise import Content, recognise, refuse_other_content
from ombud.readers.workbook import Workbook

Progress = Callable[[int, int | None], None]
"""Called with the rows done and the rows in all, as far as known."""

MEGABYTE = 1_000_000


def read(
    source: IO[bytes] | str | os.PathLike[str],
    *,
    file_name: str,
    words: Words,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Workbook:
    """The sheets of a csv, xlsx, ods or xls file that hold anything.

    ``file_name`` is what the user calls the file; its ending must agree with the content. Raises ReadError, with the
    place where there is one, for a file that is empty, too large, protected, damaged, dangerous or something else.
    """
    limits = limits or Limits()
    data = _bytes(source, words, limits)
    tell: Tell = progress or (lambda done, total: None)
    with collector_at_rest():
        workbook = _read(data, file_name, words, limits, tell)
    if not workbook.sheets:
        raise ReadError(words.gettext("There is nothing in the file."))
    return workbook


def _read(data: bytes, file_name: str, words: Words, limits: Limits, tell: Tell) -> Workbook:
    content = recognise(data)
    if content is Content.ZIP:
        return _read_archive(data, file_name, words, limits, tell)
    if content is Content.COMPOUND:
        return _read_compound(data, file_name, words, limits, tell)
    refuse_other_content(content, file_name, words)
    return read_csv(data, words=words, limits=limits, tell=tell)


def _bytes(source: IO[bytes] | str | os.PathLike[str], words: Words, limits: Limits) -> bytes:
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as stream:
            return _bytes(stream, words, limits)
    if source.seekable():
        source.seek(0, os.SEEK_END)
        _refuse_large(source.tell(), words, limits)
        source.seek(0)
    data = source.read(limits.file_bytes + 1)
    _refuse_large(len(data), words, limits)
    if not data:
        raise ReadError(words.gettext("The file is empty."))
    return data


def _refuse_large(size: int, words: Words, limits: Limits) -> None:
    if size > limits.file_bytes:
        message = words.gettext(
            "The file is larger than %(limit)d MB. Split it, or save only the sheet with the register."
        )
        raise ReadError(message % {"limit": limits.file_bytes // MEGABYTE})


def _read_archive(data: bytes, file_name: str, words: Words, limits: Limits, tell: Tell) -> Workbook:
    archive = open_archive(data, words=words, limits=limits)
    content = _content_of_parts(archive)
    kind = refuse_other_content(content, file_name, words)
    looked = look_through_archive(archive, kind, words=words, limits=limits)
    return read_office_file(data, looked, words=words, tell=tell)


def _content_of_parts(archive: Archive) -> Content:
    """What a zip archive is by the parts in it; an OpenDocument file has one that names its type."""
    for part, content in (
        ("xl/workbook.xml", Content.XLSX),
        ("xl/workbook.bin", Content.BINARY_EXCEL),
        ("word/document.xml", Content.WORD),
        ("ppt/presentation.xml", Content.SLIDES),
    ):
        if part in archive.parts:
            return content
    if "content.xml" in archive.parts and "mimetype" in archive.parts:
        is_spreadsheet = b"opendocument.spreadsheet" in archive.part("mimetype")
        return Content.ODS if is_spreadsheet else Content.ODF_TEXT
    return Content.ZIP


def _read_compound(data: bytes, file_name: str, words: Words, limits: Limits, tell: Tell) -> Workbook:
    file = open_compound(data, words=words)
    if "EncryptedPackage" in file.entries:
        raise protected(words)
    if not any(name in file.entries for name in XLS_STREAMS):
        refuse_other_content(Content.OTHER_OFFICE, file_name, words)
    refuse_other_content(Content.XLS, file_name, words)
    looked = look_through_compound(file, words=words, limits=limits)
    return read_office_file(data, looked, words=words, tell=tell)
