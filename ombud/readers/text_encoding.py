"""Bytes to text: UTF-8, UTF-16, or what Windows in Denmark wrote before them."""

import codecs
import re

from ombud.core.words import Words
from ombud.readers.error import ReadError
from ombud.readers.place import Place

CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a")
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
UTF8_READ_AS_CP1252 = re.compile("Ã[¦¸¥†˜…©¤¶¼]")
"""æ ø å Æ Ø Å é ä ö ü when their two UTF-8 bytes are taken for two letters."""


def decode(data: bytes, *, words: Words) -> str:
    """The text of a csv file without its byte order mark.

    What is valid UTF-8 is UTF-8, otherwise it is cp1252; UTF-16 is known by its mark, or by a NUL in every second
    byte. Raises ReadError naming the row for bytes that are no text, and for a file that mixes two encodings.
    """
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        message = words.gettext("The characters are in an unknown encoding. Save the file as csv with UTF-8.")
        raise ReadError(message, _row(before)) from None
    text = text.removeprefix("\ufeff").rstrip("\x1a")
    # Looking through the text takes longer than reading it, so the bytes are asked first where they can be.
    is_suspect = encoding.startswith("utf-16") or len(data.translate(None, CONTROLS)) != len(data)
    if is_suspect and (found := NOT_TEXT.search(text)):
        raise ReadError(words.gettext("The file holds characters that no text has."), _row(text[: found.start()]))
    if encoding == "cp1252" and (found := UTF8_READ_AS_CP1252.search(text)):
        message = words.gettext("The file mixes two encodings. Save it as csv with UTF-8.")
        raise ReadError(message, _row(text[: found.start()]))
    return text


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = data[:4000]
    half = max(len(start) // 2, 1)
    if start[1::2].count(0) > 0.7 * half and start[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if start[0::2].count(0) > 0.7 * half and start[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _row(before: str) -> Place:
    return Place(row=len(re.findall("\r\n|\r|\n", before)) + 1)
