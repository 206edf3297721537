"""A municipality whole: its profile, and what the rooms above the offices read from it."""

from typing import Any

from django.db import transaction
from django.utils import translation

from ombud.appeals.models import AppealBoard, RemarkTheme
from ombud.audit.record import record
from ombud.core.profile.problem import Problem
from ombud.core.statistics.definitions import DefinitionError
from ombud.core.statistics.parse_definitions import parse_definitions
from ombud.identity.models import User
from ombud.offices.actions.profiles import ProfileRefused, load_profile
from ombud.offices.models import Mandate, Municipality
from ombud.offices.queries.mandates import mandates
from ombud.offices.queries.profiles import profile_data
from ombud.reporting.actions.aggregates import load_shipped_figures
from ombud.reporting.models import Definition, StartingOutline
from ombud.reporting.queries.definitions import overlaid, shipped_data
from ombud.tenancy.scope import scope


@transaction.atomic
def make_municipality(*, by: User | None, code: str = "", data: dict[str, Any] | None = None) -> Municipality:
    """The shipped municipality with this ``code``, or the one that ``data`` describes, ready to register and report.

    One that is already there is left as its people have made it. Raises UnknownMunicipality and ProfileRefused.
    """
    profile = profile_data(code) if data is None else data
    municipality = load_profile(data=profile, by=by)
    with scope(municipality):
        if not Definition.objects.exists():
            _make_appeals(profile)
            _make_definitions(profile.get("definitions", {}))
            StartingOutline.objects.create(sections=profile.get("report", {}).get("sections", []))
            load_shipped_figures(code=municipality.code, by=by)
            record("reporting.made", municipality, by=by, municipality=municipality.code, label=municipality.name)
    return municipality


def _make_appeals(profile: dict[str, Any]) -> None:
    for order, one in enumerate(profile.get("appeal_bodies", []), 1):
        AppealBoard.objects.create(
            name=one["name"],
            name_en=one.get("name_en", ""),
            order=order,
            stated_when_none=bool(one.get("shown_when_none")),
            aliases=[one["short"]] if one.get("short") else [],
        )
    for order, one in enumerate(profile.get("appeal_remarks", []), 1):
        RemarkTheme.objects.create(
            name=one["name"], name_en=one.get("name_en", ""), order=order, note=one.get("note", "")
        )


def _make_definitions(own: dict[str, Any]) -> None:
    """The shipped tables and figures with what the profile changes in them. Offices that do not register follow-on
    matters count enquiries by department, not matters.
    """
    follow_on = any(one.principle == Mandate.Principle.MAIN_AND_FOLLOW_ON for one in mandates().filter(ends_on=None))
    data = overlaid(shipped_data(follow_on=follow_on), own)
    try:
        parse_definitions(data, translation)
    except DefinitionError as error:
        raise ProfileRefused([Problem("definitions", text) for text in error.problems]) from None
    for kind in (Definition.Kind.TABLE, Definition.Kind.FIGURE):
        for order, spec in enumerate(data[f"{kind.value}s"], 1):
            Definition.objects.create(kind=kind, name=spec["name"], order=order, spec=spec)
