"""The places of the side navigation, in the order of the work."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """A line of the navigation. ``nouns`` are the beginnings of the URL names that belong to it."""

    label: Promise
    url_name: str
    nouns: tuple[str, ...]


PLACES = (
    Place(_("Overview"), "overview", ("overview", "tallies")),
    Place(_("Enquiries"), "enquiries-list", ("enquiries",)),
    Place(_("Appeal decisions"), "appeals-list", ("appeals",)),
    Place(_("Statistics"), "statistics-index", ("statistics", "definitions", "aggregates")),
    Place(_("Annual report"), "reports-list", ("reports", "sections", "editions")),
    Place(_("Import"), "imports-list", ("imports",)),
    Place(_("Set-up"), "office-index", ("office",)),
)


@dataclass(frozen=True)
class Link:
    """A line ready to print."""

    label: str
    address: str
    current: bool


def links(code: str, url_name: str) -> list[Link]:
    """The navigation of one municipality, with the place of the present page marked."""
    noun = url_name.split("-")[0]
    return [
        Link(str(place.label), address, noun in place.nouns)
        for place in PLACES
        if (address := _address(place.url_name, code))
    ]


def _address(url_name: str, code: str) -> str:
    try:
        return reverse(url_name, args=[code])
    except NoReverseMatch:
        return ""
