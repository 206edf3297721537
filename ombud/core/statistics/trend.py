"""A sentence on the course since an earlier period, by a stated rule that claims nothing on small counts (R239, R243).

The rule: both numbers must be at least 20 and the periods equally long. Within 10 per cent of the earlier number, or
less than two standard deviations of a count of that size (2 * sqrt(now + before)) apart, is "level". Beyond both it is
"up" or "down". Exact tests replace the second part later; the first part stays.
"""

from ombud.core.statistics.periods import Period, why_not_compare
from ombud.core.words import Words

LEAST = 20
LEVEL_PER_CENT = 10
DEVIATIONS_SQUARED = 4


def trend(count: int, before: int) -> str:
    """ "up", "down", "level", or "" where the numbers are too small to say."""
    if min(count, before) < LEAST:
        return ""
    change = count - before
    is_small = abs(change) * 100 <= before * LEVEL_PER_CENT
    is_chance = change * change <= DEVIATIONS_SQUARED * (count + before)
    if is_small or is_chance:
        return "level"
    return "up" if change > 0 else "down"


def trend_sentence(count: int, now: Period, count_before: int, before: Period, words: Words) -> str:
    """The sentence, with both numbers; the reason instead where the periods cannot be compared."""
    why_not = why_not_compare(now, before, words)
    if why_not:
        return why_not
    sentences = {
        "up": words.gettext("The number has risen: %(now)s against %(before)s in %(period)s."),
        "down": words.gettext("The number has fallen: %(now)s against %(before)s in %(period)s."),
        "level": words.gettext("The number is level with %(period)s: %(now)s against %(before)s."),
        "": words.gettext("%(now)s against %(before)s in %(period)s: too few to say whether there is a change."),
    }
    numbers = {"now": count, "before": count_before, "period": before.name}
    return sentences[trend(count, count_before)] % numbers
