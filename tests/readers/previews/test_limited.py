"""Pictures and PDF files are drawn by a child that can do nothing else; bombs cost it its life and nobody else's."""

import contextlib
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from PIL import Image, PngImagePlugin

from ombud.readers.previews import Kind, NoPreview, draw, kind_of, limited, look
from tests.readers.previews import bombs

MARKER = "MARKER-of-the-citizen"
SECONDS = 1.9


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (300, 200), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 1).save(out, kind, **more)
    return out.getvalue()


def drawn(content: bytes, page: int = 0) -> Image.Image:
    return Image.open(io.BytesIO(draw(kind_of(content), [content], page)), formats=["PNG"])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P", "RGBA", "CMYK", "I;16"])
def test_a_picture_of_any_kind_becomes_png(kind: str, mode: str) -> None:
    try:
        content = picture(kind, mode)
    except (OSError, ValueError):
        pytest.skip("There is no such picture.")
    assert look(kind_of(content), [content]).pages == 1
    assert drawn(content).size == (300, 200)


def test_only_pixels_are_left_of_a_picture() -> None:
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", MARKER)
    content = picture("PNG", pnginfo=note, icc_profile=MARKER.encode())
    assert MARKER.encode() in content or b"iCCP" in content
    found = draw(Kind.PICTURE, [content], 0)
    assert MARKER.encode() not in found
    assert {chunk for chunk in (b"tEXt", b"iTXt", b"zTXt", b"iCCP", b"eXIf") if chunk in found} == set()


def test_a_photograph_stands_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    assert drawn(picture("JPEG", exif=turned)).size == (200, 300)


def test_a_large_photograph_is_made_smaller() -> None:
    assert drawn(picture("JPEG", size=(9000, 6000))).size == (1200, 800)


def test_a_scan_of_several_pages_is_leafed_through() -> None:
    out = io.BytesIO()
    pages = [Image.new("RGB", (100 + number, 50)) for number in range(3)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    assert look(Kind.PICTURE, [out.getvalue()]).pages == 3
    assert [drawn(out.getvalue(), number).width for number in range(3)] == [100, 101, 102]
    with pytest.raises(NoPreview):
        drawn(out.getvalue(), 3)


def test_a_pdf_is_drawn_page_by_page() -> None:
    content = bombs.ordinary_pdf()
    assert look(Kind.PDF, [content]).pages == 1
    found = drawn(content)
    assert found.convert("RGB").getpixel((400, 1200)) == (0, 0, 255)
    with pytest.raises(NoPreview):
        draw(Kind.PDF, [content], 1)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0\xff\xff"])
def test_what_is_damaged_is_not_shown(content: bytes) -> None:
    for kind in (Kind.PDF, Kind.PICTURE):
        with pytest.raises(NoPreview):
            draw(kind, [content], 0)


@pytest.mark.parametrize("name", sorted(bombs.PICTURES | bombs.PDFS))
def test_a_bomb_is_refused_or_harmless_in_less_than_two_seconds(name: str) -> None:
    """Seconds of the processor: on a machine with nothing else to do they are those on the clock."""
    content = (bombs.PICTURES | bombs.PDFS)[name]()
    kind = kind_of(content)
    assert kind in (Kind.PICTURE, Kind.PDF)
    for ask in (lambda: look(kind, [content]), lambda: draw(kind, [content], 0)):
        before, began = used(), time.monotonic()
        with contextlib.suppress(NoPreview):
            ask()
        assert used() - before < SECONDS
        assert time.monotonic() - began < limited.SECONDS + 1


REFUSED = ("wide_png", "noted_png", "long_gif", "looping_form", "deep_forms", "packed_twice", "endless_drawing")


@pytest.mark.parametrize("name", REFUSED)
def test_these_bombs_are_refused(name: str) -> None:
    content = (bombs.PICTURES | bombs.PDFS)[name]()
    with pytest.raises(NoPreview):
        draw(kind_of(content), [content], 0)


def used() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


TRIES: dict[str, str] = {
    "a file to read": "open('/etc/hostname')",
    "a file to write": "open('/tmp/ombud-child', 'w')",
    "a connection": "__import__('socket').socket()",
    "another program": "__import__('subprocess').run(['true'])",
    "more memory": "b'x' * 2_000_000_000",
    "the limit of files": "resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)) if os.getuid() else 1 / 0",
}


@pytest.mark.parametrize("wish", TRIES)
def test_the_child_has_given_up_the_right_to(wish: str) -> None:
    """A program that begins as the child does, then tries."""
    program = (
        "import os, resource, socket, subprocess\n"
        "from ombud.readers.previews.child import give_up_rights\n"
        f"give_up_rights()\ntry:\n    {TRIES[wish]}\nexcept Exception:\n    os._exit(7)\nos._exit(0)"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=30)
    assert found.returncode == 7, found.stderr


def test_the_child_ends_when_its_seconds_are_used_up() -> None:
    program = "from ombud.readers.previews.child import give_up_rights\ngive_up_rights()\nwhile True: pass"
    before = used()
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=30).returncode < 0
    assert used() - before < SECONDS


def test_the_child_gets_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, object]] = []
    real = subprocess.Popen

    def watch(*args: object, **kwargs: object) -> object:
        seen.append(kwargs)
        return real(*args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(limited.subprocess, "Popen", watch)
    look(Kind.PDF, [bombs.ordinary_pdf()])
    assert seen[0]["env"] == {}
    assert "close_fds" not in seen[0]


def test_a_document_that_is_too_large_is_not_given_to_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "LARGEST", 100)
    with pytest.raises(NoPreview):
        look(Kind.PDF, iter([bombs.ordinary_pdf()] * 2))


def test_a_child_that_answers_nonsense_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: Callable[..., bytes] = lambda *_: b"<script>1</script>"  # noqa: E731
    monkeypatch.setattr(limited, "_answer", answers)
    for ask in (lambda: look(Kind.PDF, []), lambda: draw(Kind.PDF, [], 0)):
        with pytest.raises(NoPreview):
            ask()
