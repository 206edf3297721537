"""The places of the side navigation, in the order of the work."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombud.desk.access import NEEDS
from ombud.intake.queries.inbox import waiting
from ombud.offices.roles import Permission, may


@dataclass(frozen=True)
class Place:
    """A line of the navigation. ``nouns`` are the beginnings of the URL names that belong to it."""

    label: Promise
    url_name: str
    nouns: tuple[str, ...]
    unless: Permission | None = None
    """Left out for a role with this permission: it finds the same behind another line."""


PLACES = (
    Place(_("Overview"), "overview", ("overview", "tallies")),
    Place(_("Enquiries"), "enquiries-list", ("enquiries",)),
    Place(_("Case files"), "cases-list", ("cases",)),
    Place(_("Inbox"), "inbox-list", ("inbox",)),
    Place(_("Appeal decisions"), "appeals-list", ("appeals",)),
    Place(_("Statistics"), "statistics-index", ("statistics", "definitions", "aggregates")),
    Place(_("Annual report"), "reports-list", ("reports", "sections", "editions")),
    Place(_("Published reports"), "editions-list", ("editions",), unless=Permission.REPORTS),
    Place(_("Figures from earlier reports"), "aggregates-list", ("aggregates",), unless=Permission.STATISTICS),
    Place(_("Tables and figures"), "definitions-list", ("definitions",), unless=Permission.STATISTICS),
    Place(_("Import"), "imports-list", ("imports",)),
    Place(_("Set-up"), "office-index", ("office",)),
    Place(_("People and roles"), "members-list", ("members",)),
    Place(_("Log"), "log-list", ("log",)),
)


@dataclass(frozen=True)
class Link:
    """A line ready to print."""

    label: str
    address: str
    current: bool
    waiting: int = 0
    """How many things wait behind it."""


def links(code: str, url_name: str, role: str) -> list[Link]:
    """The navigation of one municipality as the role may use it, with the place of the present page marked."""
    noun = url_name.split("-")[0]
    return [
        Link(str(place.label), address, noun in place.nouns, waiting() if place.url_name == "inbox-list" else 0)
        for place in PLACES
        if is_open(place.url_name, role)
        and not (place.unless and may(role, place.unless))
        and (address := _address(place.url_name, code))
    ]


def place_of(url_name: str) -> str:
    """The line of the navigation that an address belongs to; "" for none."""
    noun = url_name.split("-")[0]
    return next((str(place.label) for place in PLACES if noun in place.nouns), "")


def is_open(url_name: str, role: str) -> bool:
    """Whether the role may come to the page."""
    need = NEEDS.get(url_name)
    return need is not None and (need.permission is None or may(role, need.permission))


def _address(url_name: str, code: str) -> str:
    try:
        return reverse(url_name, args=[code])
    except NoReverseMatch:
        return ""
