"""Specification to SVG and PNG through vl-convert, cleaned so that no style attribute and no link is left in it."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path

from ombud.core.statistics.table import Figure
from ombud.writers.charts.look import WIDTH
from ombud.writers.charts.specification import specification

FONTS = Path(__file__).parent.parent / "fonts"
_LOCALES = {
    "da": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " kr."]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
}
_ARIA = re.compile(r'\s(?:role|aria-[a-z]+)="[^"]*"')
_WIDTH = re.compile(r'<svg[^>]*\swidth="([0-9.]+)"')
_STYLE = re.compile(r'\sstyle="([^"]*)"')


def draw(figure: Figure, language: str) -> str:
    """The figure as SVG text; the same figure is drawn once, however many writers ask."""
    short = "da" if language.startswith("da") else "en"
    return _svg(json.dumps(specification(figure, language), ensure_ascii=False, sort_keys=True), short)


def width_of(svg: str) -> float:
    """The drawing's own width; a full one has ``look.WIDTH``."""
    found = _WIDTH.search(svg)
    return float(found[1]) if found else float(WIDTH)


@lru_cache(maxsize=128)
def picture(svg: str) -> bytes:
    """The same drawing as PNG in double size, for Word."""
    return bytes(_converter().svg_to_png(svg, scale=2))


@lru_cache(maxsize=128)
def _svg(specification_json: str, language: str) -> str:
    svg = _converter().vegalite_to_svg(
        specification_json, allowed_base_urls=[], format_locale=_LOCALES[language], show_warnings=False
    )
    return _as_attributes(_ARIA.sub("", str(svg)))


def _as_attributes(svg: str) -> str:
    """A style attribute would be refused by the report's own content security policy."""

    def attributes(found: re.Match[str]) -> str:
        rules = (rule.partition(":") for rule in found[1].split(";") if ":" in rule)
        return "".join(f' {name.strip()}="{value.strip()}"' for name, _, value in rules)

    return _STYLE.sub(attributes, svg)


@cache
def _converter():  # type: ignore[no-untyped-def]
    """Loaded at the first drawing: it carries a whole JavaScript engine. Without the fonts PNG text vanishes."""
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert
