"""Days across which the municipality's numbers are not compared: another principle, other themes, another adviser."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta

from ombud.core.dates import date_text
from ombud.core.statistics.breaks import Break
from ombud.core.words import Words
from ombud.offices.models import Membership, Municipality, Taxonomy
from ombud.offices.models.dated import OPEN_FIRST
from ombud.offices.queries.mandates import mandates

THEMES = ("theme", "subtheme")
ONE_DAY = timedelta(days=1)


def breaks(municipality: Municipality, words: Words) -> tuple[Break, ...]:
    """Every such day with its reason, whatever period is reported. Nobody is named."""
    found = (*_of_principles(words), *_of_taxonomies(words), *_of_advisers(municipality, words))
    return tuple(sorted(found, key=lambda one: one.day))


def _of_principles(words: Words) -> Iterator[Break]:
    for before, after in itertools.pairwise(mandates()):
        same = (before.principle, before.principle_version) == (after.principle, after.principle_version)
        if after.starts_on is None or same:
            continue
        text = words.gettext(
            "The way of counting changed on %(day)s, from “%(before)s” to “%(after)s”. "
            "Numbers before and after should not be compared directly."
        )
        names = {"before": before.name, "after": after.name}
        yield Break(after.starts_on, text % {"day": date_text(after.starts_on, words.get_language()), **names})


def _of_taxonomies(words: Words) -> Iterator[Break]:
    starts = Taxonomy.objects.order_by(OPEN_FIRST, "order").values_list("starts_on", flat=True)
    for day in dict.fromkeys(list(starts)[1:]):
        if day is not None:
            text = words.gettext("New themes were taken into use on %(day)s.")
            yield Break(day, text % {"day": date_text(day, words.get_language())}, THEMES)


def _of_advisers(municipality: Municipality, words: Words) -> Iterator[Break]:
    rows = Membership.objects.filter(municipality=municipality, role=Membership.Role.ADVISER)
    stints = [(start or date.min, end or date.max, user) for start, end, user in rows.values_list(*STINT)]
    for day in sorted({start for start, _, _ in stints if start > date.min}):
        if _is_new(day, stints):
            text = words.gettext("A new adviser began on %(day)s.")
            yield Break(day, text % {"day": date_text(day, words.get_language())})


STINT = ("starts_on", "ends_on", "user_id")


def _is_new(day: date, stints: list[tuple[date, date, int]]) -> bool:
    """Whether nobody who serves on the day was among the last to serve before it."""
    before = [one for one in stints if one[0] < day]
    if not before:
        return False
    last = max(min(end, day - ONE_DAY) for _, end, _ in before)
    served = {user for _, end, user in before if end >= last}
    return not served & {user for start, end, user in stints if start <= day <= end}
