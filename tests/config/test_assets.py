"""What make setup puts in place."""

from pathlib import Path

import polib
import pytest

from ombud.config import assets


def test_the_style_sheet_finds_its_fonts_and_icons(tmp_path: Path) -> None:
    vendor, fonts = tmp_path / "vendor", tmp_path / "fonts"
    for _ in range(2):
        assets.copy_assets(assets.ROOT / "node_modules", vendor, fonts)
    sheet = vendor / "dkfds" / "css" / "dkfds.min.css"
    assert (sheet.parent / "../fonts/IBMPlexSans/complete/woff2/IBMPlexSans-Regular.woff2").exists()
    assert (sheet.parent / "../img/svg-icons/check-white.svg").exists()
    assert (vendor / "dkfds" / "img" / "all-svg-icons.svg").exists()
    assert (vendor / "htmx.min.js").exists()
    assert (fonts / "IBMPlexSans-Regular.ttf").exists()


def test_without_the_packages_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="npm ci"):
        assets.copy_assets(tmp_path, tmp_path / "vendor", tmp_path / "fonts")


def test_a_catalogue_is_compiled(tmp_path: Path) -> None:
    folder = tmp_path / "da" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid "Menu"\nmsgstr "Menuen"\n')
    assets.compile_catalogues(tmp_path)
    assert polib.mofile(str(folder / "django.mo"))[0].msgstr == "Menuen"
