"""Live numbers that are not margins of a cube: who staffed the function (R11), how many citizens came (R44)."""

from fractions import Fraction

from django.db.models import Q

from ombud.casework.queries.citizens import unique_citizens
from ombud.core.numbers import number_text
from ombud.core.statistics.periods import Period
from ombud.core.words import Words
from ombud.offices.models import Staffing
from ombud.reporting.counting.live_numbers import Count, LiveNumber

CITIZENS = "citizens"
"""Citizens are no facts of the cube: several enquiries can be one citizen's."""


def citizens_number(period: Period, words: Words) -> dict[str, LiveNumber]:
    """``citizens`` under its English and its Danish name."""
    number = unique_citizens(period.first, period.last)
    live = LiveNumber(number_text(number, words.get_language()), (Count(CITIZENS, {}, number),))
    return dict.fromkeys(("citizens", "borgere"), live)


def staffing_number(period: Period, words: Words) -> dict[str, LiveNumber]:
    """``staffing`` under both its names; nothing where the period's staffing is not set up."""
    text = "; ".join(_staffing(row, words) for row in _staffed(period))
    return dict.fromkeys(("staffing", "bemanding"), LiveNumber(text)) if text else {}


def _staffed(period: Period) -> list[Staffing]:
    reaches = Q(ends_on=None) | Q(ends_on__gte=period.first)
    return list(Staffing.objects.filter(reaches, starts_on__lte=period.last).order_by("starts_on"))


def _staffing(row: Staffing, words: Words) -> str:
    """ "1 årsværk (Ishøj 40 %, Hvidovre 60 %)"."""
    language = words.get_language()
    plain = row.fte.normalize()
    places = 0 if plain == plain.to_integral_value() else 1 if plain * 10 == (plain * 10).to_integral_value() else 2
    fte = words.ngettext("%(number)s full-time equivalent", "%(number)s full-time equivalents", 1 if plain == 1 else 2)
    text = fte % {"number": number_text(Fraction(row.fte), language, places)}
    shares = ", ".join(f"{one['municipality']} {one['percent']}\u00a0%" for one in row.shares)
    return f"{text} ({shares})" if shares else text
