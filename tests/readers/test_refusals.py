"""Files that must be refused: with a message, quickly, and without filling the memory."""

import io
import struct
import time
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image

from ombud.core.words import PLAIN
from ombud.readers import Limits, ReadError, read
from tests.readers.making import SHEET, ods, part, read_bytes, with_parts, xls, xlsx, xlsx_with_cells, zipped

REGISTER = {"Ark1": [["Sagsnr", "Tema"], ["1", "x"]]}
CSV = "Sagsnr;Tema\n1;Børn\n".encode()


def word_document() -> bytes:
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (20, 20)).save(stream, kind)
    return stream.getvalue()


def encrypted_xlsx() -> bytes:
    stream = io.BytesIO()
    OOXMLFile(io.BytesIO(xlsx(REGISTER))).encrypt("hemmeligt", stream)
    return stream.getvalue()


def encrypted_xls() -> bytes:
    """The record after the first one says that all that follows is enciphered."""
    data = bytearray(xls(REGISTER))
    start = data.index(struct.pack("<HH", 0x0809, 16)) + 20
    data[start : start + 2] = struct.pack("<H", 0x002F)
    return bytes(data)


def encrypted_ods() -> bytes:
    data = ods(REGISTER)
    name = "META-INF/manifest.xml"
    marked = part(data, name).replace(b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>")
    return with_parts(data, {name: marked})


def encrypted_zip() -> bytes:
    data = bytearray(xlsx(REGISTER))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "r.csv", "The file is empty"),
        (b"", "r.xlsx", "The file is empty"),
        (CSV, "r.xlsx", r"is a text file \(csv\), but its name ends in .xlsx"),
        (xlsx(REGISTER), "r.csv", r"is an Excel file \(xlsx\), but its name ends in .csv"),
        (xlsx(REGISTER), "R.XLS", r"is an Excel file \(xlsx\), but its name ends in .xls"),
        (xls(REGISTER), "r.xlsx", r"is an older Excel file \(xls\), but its name ends in .xlsx"),
        (ods(REGISTER), "r.xlsx", r"is an OpenDocument spreadsheet \(ods\), but its name ends in .xlsx"),
        (b"%PDF-1.7\n\x00", "r.xlsx", "is a PDF, but its name ends in .xlsx"),
        (b"%PDF-1.7\n", "r.pdf", "is a PDF. Only csv, xlsx, ods and xls can be read"),
        (b"<html><body><table><tr><td>1</td></tr></table>", "r.xls", "is a web page"),
        (b"\xef\xbb\xbf\n <!-- x -->\n<!DOCTYPE HTML>", "r.xls", "is a web page"),
        ("<table><tr><td>1".encode("utf-16"), "r.xls", "is a web page"),
        (b'<?xml version="1.0"?><Workbook/>', "r.xls", "is an XML file"),
        (b"{\\rtf1 hej}", "r.xls", "is a text document"),
        (word_document(), "r.xlsx", "is a Word document, but its name ends in .xlsx"),
        (picture("PNG"), "r.xlsx", "is a picture"),
        (picture("JPEG"), "r.csv", "is a picture"),
        (picture("BMP"), "r.csv", "is a picture"),
        (picture("WEBP"), "r.ods", "is a picture"),
        (picture("GIF"), "r.gif", "is a picture"),
        (zipped({"a.csv": CSV}), "r.xlsx", "is a zip archive"),
        (zipped({"a.csv": CSV}), "r.zip", "is a zip archive"),
        (zipped({"xl/workbook.bin": b"x"}), "r.xlsx", "binary Excel file"),
        (zipped({"ppt/presentation.xml": b"x"}), "r.xlsx", "PowerPoint"),
        (b"\x1f\x8b\x08\x00", "r.csv", "compressed archive"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "r.xls", "before 1997"),
        (CSV, "r.docx", "Files named .docx cannot be read"),
        (CSV + b"\x00\x01", "r.csv", "no text has"),
        (encrypted_xlsx(), "r.xlsx", "protected with a password"),
        (encrypted_xls(), "r.xls", "protected with a password"),
        (encrypted_ods(), "r.ods", "protected with a password"),
        (encrypted_zip(), "r.xlsx", "protected with a password"),
        (xlsx({"Ark1": []}), "r.xlsx", "nothing in the file"),
        (xls({"Ark1": []}), "r.xls", "nothing in the file"),
        (ods({"Ark1": []}), "r.ods", "nothing in the file"),
    ],
)
def test_the_message_says_what_the_file_is(data: bytes, name: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_bytes(data, name)


@pytest.mark.parametrize("name", ["register", "register.txt", "register.TSV"])
def test_a_text_file_need_not_be_named_csv(name: str) -> None:
    assert len(read_bytes(CSV, name).sheets[0].rows) == 2


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize(("maker", "kind"), [(xlsx, "xlsx"), (ods, "ods"), (xls, "xls")])
def test_a_file_cut_short_is_damaged(maker: object, kind: str, share: float) -> None:
    rows = [[f"sag {n}", f"emne {n * 7919}"] for n in range(500)]
    data = maker({"Ark1": rows})  # type: ignore[operator]
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(data[: int(len(data) * share)], f"r.{kind}")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(ReadError, match="larger than 50 MB"):
        read(path, file_name="r.csv", words=PLAIN)
    assert time.perf_counter() - began < 0.5
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


class Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False


def test_a_stream_of_unknown_length_is_read_no_further_than_the_limit() -> None:
    limits = Limits(file_bytes=len(CSV))
    assert read(Unseekable(CSV), file_name="r.csv", words=PLAIN, limits=limits).sheets
    with pytest.raises(ReadError, match="larger than"):
        read(Unseekable(CSV + b"\n"), file_name="r.csv", words=PLAIN, limits=limits)


@pytest.mark.parametrize("size", [30_000_000, 700_000_000])
def test_a_zip_bomb_is_refused_unopened(size: int) -> None:
    data = with_compressed_blanks(size)
    began = time.perf_counter()
    with pytest.raises(ReadError, match="unpack to far more"):
        read_bytes(data, "r.xlsx")
    assert time.perf_counter() - began < 1


def with_compressed_blanks(size: int) -> bytes:
    """A part of this many blanks beside an ordinary workbook."""
    stream = io.BytesIO(xlsx(REGISTER))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/x.xml", "w") as out:
        for _ in range(size // 1_000_000):
            out.write(b" " * 1_000_000)
    return stream.getvalue()


def lying_about_size(data: bytes, name: str, claimed: int) -> bytes:
    """The part claims to be shorter than it is, with a checksum that fits the claim."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.read(name)[:claimed]
    changed = bytearray(data)
    entry = changed.rindex(name.encode()) - 46
    changed[entry + 16 : entry + 20] = struct.pack("<I", zlib.crc32(start))
    changed[entry + 24 : entry + 28] = struct.pack("<I", claimed)
    return bytes(changed)


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = lying_about_size(with_compressed_blanks(30_000_000), "xl/media/x.xml", 1000)
    with pytest.raises(ReadError, match="unpack to far more"):
        read_bytes(data, "r.xlsx")


def test_two_parts_of_one_name_are_refused() -> None:
    stream = io.BytesIO(xlsx(REGISTER))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET.upper(), b"<worksheet/>")
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(stream.getvalue(), "r.xlsx")


def test_a_hundred_thousand_parts_are_refused() -> None:
    with pytest.raises(ReadError, match="unpack to far more"):
        read_bytes(xlsx(REGISTER) + b"PK\x01\x02" * 10_001, "r.xlsx")


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/sharedStrings.xml", SHEET, "xl/styles.xml"])
def test_an_xml_bomb_is_refused_wherever_it_lies(name: str) -> None:
    data = xlsx(REGISTER)
    xml = part(data, name) if name in zipfile.ZipFile(io.BytesIO(data)).namelist() else b"<sst/>"
    with pytest.raises(ReadError, match="XML definitions"):
        read_bytes(with_parts(data, {name: ENTITIES + xml}), "r.xlsx")


def test_an_xml_bomb_in_an_ods_file_is_refused() -> None:
    data = ods(REGISTER)
    xml = part(data, "content.xml").partition(b"?>")[2]
    with pytest.raises(ReadError, match="XML definitions"):
        read_bytes(with_parts(data, {"content.xml": ENTITIES + xml}), "r.ods")


@pytest.mark.parametrize("cell", ['<c t="s"><v>0</v></c>', "<c t='s'><f>1</f><v>0</v></c>"])
def test_one_long_text_shown_in_very_many_cells_is_refused(cell: str) -> None:
    data = xlsx_with_cells(f"<row>{cell * 300}</row>" * 100)
    strings = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    with pytest.raises(ReadError, match="unpack to far more"):
        read_bytes(with_parts(data, {"xl/sharedStrings.xml": strings}), "r.xlsx")


def test_one_long_text_among_many_short_ones_is_read() -> None:
    rows = [["Sagsnr", "x" * 30_000], *([f"sag {n}", "kort"] for n in range(3000))]
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Ark")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    assert len(read_bytes(stream.getvalue(), "r.xlsx").sheets[0].rows) == 3001


def test_xml_in_utf16_is_refused_since_a_bomb_could_hide_in_it() -> None:
    data = xlsx(REGISTER)
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(with_parts(data, {SHEET: part(data, SHEET).decode().encode("utf-16")}), "r.xlsx")


@pytest.mark.parametrize("rows", [65_536, 0xFFFFFFFE])
def test_an_xls_file_that_announces_far_more_than_it_holds_is_refused(rows: int) -> None:
    data = bytearray(xls(REGISTER))
    at = data.index(struct.pack("<HH", 0x0200, 14)) + 4
    data[at : at + 12] = struct.pack("<IIHH", 0, rows, 0, 0xFFFF)
    with pytest.raises(ReadError, match="more than"):
        read_bytes(bytes(data), "r.xls")


def test_an_xls_file_that_announces_an_end_before_its_start_is_damaged() -> None:
    data = bytearray(xls(REGISTER))
    at = data.index(struct.pack("<HH", 0x0200, 14)) + 4
    data[at : at + 12] = struct.pack("<IIHH", 9, 3, 0, 2)
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(bytes(data), "r.xls")


def test_an_xls_file_that_announces_far_more_texts_than_it_holds_is_damaged() -> None:
    data = bytearray(xls(REGISTER))
    at = data.index(struct.pack("<IIH", 4, 4, 6)[:8])
    data[at + 4 : at + 8] = struct.pack("<I", 0x7FFFFFFF)
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(bytes(data), "r.xls")


def test_a_million_rows_of_csv_are_refused_before_they_are_kept() -> None:
    data = b"a;b\n" * 1_000_001
    began = time.perf_counter()
    with pytest.raises(ReadError, match="more than 1,000,000 rows"):
        read_bytes(data, "r.csv")
    assert time.perf_counter() - began < 2


WHOLE = {"r.csv": CSV, "r.xlsx": xlsx(REGISTER), "r.ods": ods(REGISTER), "r.xls": xls(REGISTER)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(WHOLE)), st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), max_size=8))
def test_a_file_with_bytes_changed_is_read_or_refused(name: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE[name])
    for at, byte in changes:
        data[at % len(data)] = byte
    try:
        book = read_bytes(bytes(data), name)
    except ReadError:
        return
    assert book.sheets


@pytest.mark.parametrize(("name", "part"), [("x.xlsx", "xl/workbook.xml"), ("x.ods", "content.xml")])
def test_elements_far_inside_each_other_are_refused_without_a_tree_of_them(name: str, part: str) -> None:
    mimetype = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"} if name.endswith("ods") else {}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in (mimetype | {part: b"<a>" * 1_000_000, "xl/_rels/workbook.xml.rels": b"<r/>"}).items():
            archive.writestr(one, content)
    tracemalloc.start()
    with pytest.raises(ReadError, match="far more"):
        read_bytes(file.getvalue(), name)
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()
