"""What tables are made from: the cubes of the period, those of earlier periods, and imported aggregates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ombud.core.statistics.breaks import Break
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
    those that have a name and months closed, for the aggregates published about them. ``breaks`` are the days across
    which nothing is compared. ``concludes``: tables say what can be concluded from them (editions of before do not).
    """

    now: PeriodData
    earlier: tuple[PeriodData, ...] = ()
    aggregates: tuple[Aggregate, ...] = ()
    unit_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    breaks: tuple[Break, ...] = ()
    concludes: bool = True

    def sizes(self, unit: str, dimension: str) -> dict[str, int]:
        """What was published last of a unit that places are set against, by member: inhabitants or clients. The figures
        of the reported period go first, then the newest that began before it ended.
        """
        wanted = unit.casefold()
        known = [one for one in self.aggregates if one.unit.casefold() == wanted and one.dimension == dimension]
        known = [one for one in known if one.first <= self.now.period.last]
        if not known:
            return {}
        own = (self.now.period.first, self.now.period.last)
        spans = {(one.first, one.last) for one in known}
        span = own if own in spans else max(spans, key=lambda days: (days[1], days[0]))
        return {one.value: one.count for one in known if (one.first, one.last) == span}

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
        "clients": words.ngettext("client", "clients", number),
        "inhabitants": words.ngettext("inhabitant", "inhabitants", number),
    }
    return names.get(unit, unit)
