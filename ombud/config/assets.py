"""What `make setup` puts in place: style sheet, icons, fonts, htmx (from node_modules) and compiled catalogues."""

import shutil
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ombud"
VENDOR = PACKAGE / "desk" / "static" / "vendor"
FONTS = PACKAGE / "writers" / "fonts"
DESIGN = Path("dkfds") / "dist"
WEB_FONTS = DESIGN / "fonts" / "IBMPlexSans" / "complete"


def main() -> None:
    """Copy the assets and compile the translations; done again, it gives the same."""
    copy_assets(ROOT / "node_modules", VENDOR, FONTS)
    compile_catalogues(PACKAGE / "locale")


def copy_assets(modules: Path, vendor: Path, fonts: Path) -> None:
    """The style sheet keeps its place beside images and fonts, since it refers to them by relative paths."""
    if not (modules / DESIGN).is_dir():
        raise SystemExit("node_modules is missing: run npm ci first.")
    dkfds = vendor / "dkfds"
    _copy(modules / DESIGN / "css" / "dkfds.min.css", dkfds / "css" / "dkfds.min.css")
    shutil.copytree(modules / DESIGN / "img", dkfds / "img", dirs_exist_ok=True)
    for kind in ("woff2", "woff"):
        shutil.copytree(
            modules / WEB_FONTS / kind,
            dkfds / "fonts" / "IBMPlexSans" / "complete" / kind,
            dirs_exist_ok=True,
        )
    _copy(modules / "htmx.org" / "dist" / "htmx.min.js", vendor / "htmx.min.js")
    shutil.copytree(modules / WEB_FONTS / "ttf", fonts, dirs_exist_ok=True)


def compile_catalogues(locale: Path) -> None:
    """Make the .mo beside every .po that is newer, without GNU gettext."""
    for source in sorted(locale.rglob("*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


if __name__ == "__main__":
    main()
