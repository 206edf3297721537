"""Pictures drawn again, smaller and without anything that was written into the file beside the pixels."""

import io

from PIL import Image, ImageOps, TiffImagePlugin, WebPImagePlugin

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
WIDEST, HIGHEST = 1200, 2400
MOST_PIXELS = 40_000_000
"""What is unpacked at most; a JPEG may be larger, since it can be unpacked at an eighth of its size."""
MOST_PAGES = 200

# Every format is loaded before the process gives up opening files: these two, and the common ones by ``preinit``.
LOADED = (TiffImagePlugin, WebPImagePlugin)
Image.preinit()


def look(content: bytes) -> int:
    """How many pages the picture has: one, except for a scan of several. Raises for what cannot be drawn."""
    return _pages(_opened(content))


def draw(content: bytes, page: int) -> bytes:
    """The page, counted from 0, as PNG."""
    picture = _opened(content)
    if page >= _pages(picture):
        raise ValueError("There is no such page.")
    if page:
        picture.seek(page)
        _refuse_large(picture)
    return as_png(picture)


def as_png(picture: Image.Image) -> bytes:
    """At most as large as a screen shows, turned as it was taken, pixels only."""
    picture.thumbnail((WIDEST, HIGHEST), reducing_gap=2.0)
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith("I;16"):
        upright = upright.point(lambda value: value / 256, "L")
    mode = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
    pixels = Image.frombytes(mode, upright.size, upright.convert(mode).tobytes())
    out = io.BytesIO()
    pixels.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _opened(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content), formats=FORMATS)
    # A photograph is unpacked at the size it is wanted at.
    picture.draft("RGB", (WIDEST, HIGHEST))
    _refuse_large(picture)
    return picture


def _refuse_large(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise ValueError("The picture has too many pixels.")


def _pages(picture: Image.Image) -> int:
    return min(getattr(picture, "n_frames", 1), MOST_PAGES) if picture.format == "TIFF" else 1
