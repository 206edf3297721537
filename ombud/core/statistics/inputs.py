"""What tables are made from: the cubes of the period, those of earlier periods, and imported aggregates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ombud.core.statistics.cube import Cube
from ombud.core.statistics.periods import Period
from ombud.core.statistics.table import Origin
from ombud.core.words import Words


@dataclass(frozen=True)
class PeriodData:
    """A period with one cube per kind. ``principle`` is the registration principle in words, ``caveat`` a reservation
    about comparing that is printed wherever the period stands beside another (R235).
    """

    period: Period
    cubes: Mapping[str, Cube]
    principle: str = ""
    origin: Origin = Origin.COUNTED
    source: str = ""
    caveat: str = ""


@dataclass(frozen=True)
class Aggregate:
    """A published number that was not counted here (R281). ``unit`` is a key such as "enquiries", ``dimension`` the
    name of a dimension or "" for the total, ``value`` a key or label of a member.
    """

    first: date
    last: date
    unit: str
    dimension: str
    value: str
    count: int
    source: str = ""
    caveat: str = ""


@dataclass(frozen=True)
class Inputs:
    """``now`` is the period reported, ``earlier`` and ``aggregates`` what it may be compared with. ``unit_names`` gives
    the municipality's own singular and plural of a unit (R47); the usual words are used for the rest. ``periods`` are
    those that have a name and months closed, for the aggregates published about them.
    """

    now: PeriodData
    earlier: tuple[PeriodData, ...] = ()
    aggregates: tuple[Aggregate, ...] = ()
    unit_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()

    def unit_name(self, unit: str, number: int, words: Words) -> str:
        """The unit in the singular or plural that the number asks for."""
        if unit in self.unit_names:
            return self.unit_names[unit][0 if number == 1 else 1]
        return unit_name(unit, number, words)


def unit_name(unit: str, number: int, words: Words) -> str:
    """The usual word for a unit; a unit that is not known is its own word."""
    names = {
        "matters": words.ngettext("matter", "matters", number),
        "enquiries": words.ngettext("enquiry", "enquiries", number),
        "decisions": words.ngettext("decision", "decisions", number),
        "remarks": words.ngettext("remark", "remarks", number),
        "tags": words.ngettext("tag", "tags", number),
    }
    return names.get(unit, unit)
