"""Pictures and PDF files made to fill a machine's memory or time, each smaller than a mail."""

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image


def packed(fill: bytes, size: int) -> bytes:
    """``size`` bytes of nothing but ``fill``, deflated without ever being in memory."""
    deflater, block = zlib.compressobj(9), fill * (1_000_000 // len(fill))
    pieces = [deflater.compress(block) for _ in range(size // 1_000_000)]
    return b"".join([*pieces, deflater.flush()])


def png(width: int, height: int, packed: bytes, *, extra: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def wide_png() -> bytes:
    """Ninety thousand times ninety thousand pixels that are all alike."""
    return png(90_000, 90_000, packed(b"\0", 10_000_000))


def endless_png() -> bytes:
    """Within the limit of pixels by its head, far beyond it by its data."""
    return png(6_000, 6_000, packed(b"\0", 200_000_000))


def noted_png() -> bytes:
    """A note of 200 MB when unpacked."""
    note = b"zTXtnote\0\0" + packed(b"\0", 200_000_000)
    kind, data = note[:4], note[4:]
    extra = struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return png(10, 10, zlib.compress(b"\0" * 20), extra=extra)


def looping_tiff() -> bytes:
    """Two pages, the second of which says that the first one follows."""
    out = io.BytesIO()
    Image.new("1", (10, 10)).save(out, "TIFF")
    data = bytearray(out.getvalue())
    at = struct.unpack_from("<I", data, 4)[0]
    entries = struct.unpack_from("<H", data, at)[0]
    struct.pack_into("<I", data, at + 2 + 12 * entries, at)
    return bytes(data)


def long_gif() -> bytes:
    """A head of 65,535 times 65,535 pixels."""
    return b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\x80\0\0" + b"\0" * 6 + b";"


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """Objects 1, 2, 3 … with their table."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start))
    return out.getvalue()


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), more, content)


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def one_page(content: bytes, *more: bytes, resources: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (box, resources)
    return pdf(CATALOGUE, PAGES, page, content, *more)


def ordinary_pdf() -> bytes:
    return one_page(stream(b"0 0 1 rg 100 100 200 200 re f"))


def looping_pages() -> bytes:
    """A page tree whose branches hold each other."""
    return pdf(
        CATALOGUE,
        b"<</Type/Pages/Kids[3 0 R]/Count 100000>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Parent 2 0 R/Count 100000>>",
    )


def looping_form() -> bytes:
    """A drawing that draws itself, twice each time."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</A 5 0 R/B 6 0 R>>>>"
    return one_page(
        stream(b"/A Do"), stream(b"/B Do /B Do", form), stream(b"/A Do /A Do", form), resources=b"/XObject<</A 5 0 R>>"
    )


def deep_forms() -> bytes:
    """Thirty drawings, each of which draws the next one ten times."""
    forms = [
        stream(
            b"/N Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</N %d 0 R>>>>" % (number + 1),
        )
        for number in range(5, 35)
    ]
    last = stream(b"0 0 100 100 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]")
    return one_page(stream(b"/N Do"), *forms, last, resources=b"/XObject<</N 5 0 R>>")


def huge_image() -> bytes:
    """A picture of 40,000 times 40,000 points on one page."""
    content = packed(b"\0", 200_000_000)
    head = (
        b"/Type/XObject/Subtype/Image/Width 40000/Height 40000/BitsPerComponent 8/ColorSpace/DeviceRGB"
        b"/Filter/FlateDecode"
    )
    return one_page(stream(b"500 0 0 500 0 0 cm /I Do"), stream(content, head), resources=b"/XObject<</I 5 0 R>>")


def packed_twice() -> bytes:
    """The page's content is 500 MB of blanks, packed three times."""
    content = zlib.compress(zlib.compress(packed(b" ", 500_000_000), 9), 9)
    return one_page(stream(content, b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"))


def endless_drawing() -> bytes:
    """Ten million lines across the page."""
    return one_page(stream(packed(b"0 0 m 595 842 l S\n", 180_000_000), b"/Filter/FlateDecode"))


def wide_page() -> bytes:
    return one_page(stream(b"0 0 1 rg 0 0 100 100 re f"), box=b"0 0 99999999 99999999")


def many_pages() -> bytes:
    """A page tree that says it has two thousand million pages."""
    return pdf(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", b"<</Type/Page/Parent 2 0 R>>")


PICTURES: dict[str, Callable[[], bytes]] = {
    one.__name__: one for one in (wide_png, endless_png, noted_png, looping_tiff, long_gif)
}
PDFS: dict[str, Callable[[], bytes]] = {
    one.__name__: one
    for one in (
        looping_pages, looping_form, deep_forms, huge_image, packed_twice, endless_drawing, wide_page, many_pages,
    )
}  # fmt: skip
