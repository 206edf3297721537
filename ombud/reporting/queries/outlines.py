"""What a new report starts with: the municipality's outline, or the one the program ships (R246-R251)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from ombud.core.dates import is_danish
from ombud.core.report.outline import OutlineSection
from ombud.core.words import Words
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.models import StartingOutline

DEFAULT = Path(__file__).resolve().parent.parent / "outlines" / "default.json"
RESERVATIONS = "reservations"
METHOD = "method"


def starting_outline(language: str, words: Words) -> tuple[OutlineSection, ...]:
    """The sections in the language. Reservations that the municipality prints (R237, R238) stand before the method."""
    stored = StartingOutline.objects.first()
    sections = (stored.sections if stored else None) or shipped_outline()
    outline = [_section(one, language) for one in sections]
    texts = current_municipality().reservations
    if texts and RESERVATIONS not in {one.key for one in outline}:
        place = next((at for at, one in enumerate(outline) if one.key == METHOD), len(outline))
        text = "\n\n".join(texts)
        outline.insert(place, OutlineSection(RESERVATIONS, words.gettext("Reservations"), 1, False, text))
    return tuple(outline)


def _section(data: dict[str, Any], language: str) -> OutlineSection:
    def text(name: str) -> str:
        danish: str = data.get(name, "")
        return danish if is_danish(language) else data.get(f"{name}_en") or danish

    return OutlineSection(data["key"], text("title"), data.get("level", 1), data.get("numbered", True), text("text"))


@cache
def shipped_outline() -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = json.loads(DEFAULT.read_text(encoding="utf-8"))["sections"]
    return sections
