"""Months as a dimension of the cube."""

from ombud.core.dates import month_text
from ombud.core.statistics.facts import Dimension, Member, dimension
from ombud.core.statistics.periods import Period
from ombud.core.words import Words


def month_dimension(period: Period, words: Words) -> Dimension:
    """The dimension "month": every month of the period in order, counted or not."""
    members = [Member(key, month_text(key, words.get_language())) for key in period.months()]
    return dimension("month", words.gettext("Month"), members, not_stated=words.gettext("Not stated"))
