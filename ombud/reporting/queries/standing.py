"""Standing texts: what every draft begins with, and nobody here has written. They may stay in the clear."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from ombud.core.dates import date_text
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.own_texts import SECTION, TITLE_PAGE, Standing, own_texts
from ombud.reporting.queries.outlines import starting_outline

LANGUAGES = ("da", "en")
NOTHING: Standing = {}


def standing_sections() -> dict[str, Standing]:
    """For each key of the municipality's starting outline its heading and text, in both languages."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for language in LANGUAGES:
        with translation.override(language):
            for one in starting_outline(language, translation):
                known = found.setdefault(one.key, {"title": frozenset(), "text": frozenset()})
                known["title"] |= {one.title}
                known["text"] |= {one.text}
    return dict(found)


def standing_title_page(period: ReportingPeriod) -> Standing:
    """What a new report on the period has on its title page, in both languages."""
    municipality = current_municipality()
    pages = [title_page_for(period, municipality, language) for language in LANGUAGES]
    return {name: frozenset(page[name] for page in pages) for name in pages[0]}


def has_own_texts(content: Mapping[str, Any], period: ReportingPeriod) -> bool:
    """Whether somebody wrote any of the texts of an edition's frozen content."""
    page, standing = content["title_page"], standing_sections()
    if own_texts({name: page[name] for name in TITLE_PAGE}, standing_title_page(period)):
        return True
    if content.get("explanations"):
        return True
    outline = content["outline"]
    return any(own_texts({name: one[name] for name in SECTION}, standing.get(one["key"], NOTHING)) for one in outline)


def title_page_for(period: ReportingPeriod, municipality: Municipality, language: str) -> dict[str, str]:
    """Title, subtitle, author and place of a new report."""
    with translation.override(language):
        first, last = date_text(period.starts_on, language), date_text(period.ends_on, language)
        return {
            "title": _("Annual report of the citizens' adviser"),
            "subtitle": f"{municipality.name}, {first} – {last}",
            "author": municipality.author or municipality.office,
            "place": municipality.place or municipality.name,
        }
