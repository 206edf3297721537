"""What must be said wherever the numbers are shown: their sources, their periods, changes of mandate (R40, R235)."""

import itertools
from collections.abc import Iterable, Iterator

from ombud.casework.models import Source
from ombud.core.dates import date_text
from ombud.core.statistics.inputs import PeriodData
from ombud.core.statistics.periods import Period
from ombud.core.words import Words
from ombud.offices.models import Mandate
from ombud.offices.queries.departments import in_period


def caveats(now: PeriodData, sources: Iterable[int], words: Words) -> tuple[str, ...]:
    """Each once, the source's own caveats first."""
    return tuple(dict.fromkeys([*_of_sources(sources, words), *_of_import(now, words), *_of_mandates(now, words)]))


def _of_sources(sources: Iterable[int], words: Words) -> Iterator[str]:
    for source in Source.objects.filter(pk__in=sorted(sources)).exclude(caveat="").order_by("pk"):
        english = source.caveat_en if words.get_language() == "en" else ""
        yield english or source.caveat


def _of_import(now: PeriodData, words: Words) -> Iterator[str]:
    if now.source:
        yield words.gettext("The numbers of this period are imported, not counted here. Source: %(source)s.") % {
            "source": now.source
        }
    if now.caveat:
        yield now.caveat


def _of_mandates(now: PeriodData, words: Words) -> Iterator[str]:
    period: Period = now.period
    inside = list(Mandate.objects.filter(in_period(period.first, period.last)).order_by("starts_on"))
    for before, after in itertools.pairwise(inside):
        if after.starts_on is None:
            continue
        text = words.gettext(
            "The way of counting changed on %(day)s, from “%(before)s” to “%(after)s”. "
            "Numbers before and after should not be compared directly."
        )
        names = {"before": before.name, "after": after.name}
        yield text % {"day": date_text(after.starts_on, words.get_language()), **names}
