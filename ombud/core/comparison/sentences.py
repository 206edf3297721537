"""What can be concluded, as a council member reads it: every claim with its numbers and how sure it is."""

from collections.abc import Sequence
from fractions import Fraction
from math import inf

from ombud.core.comparison.interval import Interval
from ombud.core.comparison.verdicts import Claim, ShareVerdict, Verdict
from ombud.core.numbers import number_text, share_text
from ombud.core.words import Words

Judged = Verdict | ShareVerdict


def sentence(verdict: Judged, unit: str, words: Words) -> str:
    """One comparison: what is compared, what can be concluded, both numbers, the interval, and the mark under 20."""
    text = words.gettext("%(label)s: %(claim)s (%(numbers)s).") % {
        "label": verdict.pair.label,
        "claim": _claim(verdict, unit, words),
        "numbers": numbers(verdict, words),
    }
    said = [text]
    if verdict.claim is not Claim.TOO_FEW:
        said.append(certainty(verdict, words))
    if verdict.pair.is_marked and verdict.claim is not Claim.TOO_FEW:
        said.append(words.gettext("Numbers below 20 vary much by chance."))
    return " ".join(said)


def family(verdicts: Sequence[Judged], unit: str, words: Words) -> tuple[str, ...]:
    """Several comparisons made together: what is shown, what is possible, what is not. Claims come with the word that
    they were made among several.
    """
    said = []
    for claim in (Claim.SHOWN, Claim.POSSIBLE):
        for one in verdicts:
            if one.claim is claim:
                said.append(sentence(one, unit, words))
    for claim, text in (
        (Claim.NO_SIGN, words.gettext("No sign of a change: %(labels)s.")),
        (Claim.TOO_FEW, too_few(unit, words) + ": %(labels)s."),
    ):
        labels = [one.pair.label for one in verdicts if one.claim is claim]
        if labels:
            said.append(text % {"labels": "; ".join(labels)})
    if len(verdicts) > 1 and any(one.claim in (Claim.SHOWN, Claim.POSSIBLE) for one in verdicts):
        text = words.gettext(
            "%(number)s comparisons are made together. A change counts as shown only where chance would hardly give it "
            "in any of them (Holm's method)."
        )
        said.append(text % {"number": len(verdicts)})
    return tuple(said)


def too_few(unit: str, words: Words) -> str:
    """The sentence that small counts carry, without its full stop."""
    return words.gettext("Too few %(unit)s to say whether the development is real") % {"unit": unit}


def numbers(verdict: Judged, words: Words) -> str:
    """Both numbers; over periods of unequal length with the months and, from three up, the rates."""
    language = words.get_language()
    if isinstance(verdict, ShareVerdict):
        pair = verdict.pair
        return words.gettext("%(part)s of %(whole)s now, %(part_before)s of %(whole_before)s before") % {
            name: number_text(getattr(pair, name), language)
            for name in ("part", "whole", "part_before", "whole_before")
        }
    counts = verdict.pair
    months, months_before = counts.time.months, counts.time_before.months
    texts = {"now": number_text(counts.count, language), "before": number_text(counts.before, language)}
    if months == months_before:
        return words.gettext("%(now)s now, %(before)s before") % texts
    texts |= {"months": _months(months, words), "months_before": _months(months_before, words)}
    plain = words.gettext("%(now)s in %(months)s now, %(before)s in %(months_before)s before") % texts
    if not counts.has_rates:
        return plain
    rates = {
        "rate": number_text(counts.count / months, language, 1),
        "rate_before": number_text(counts.before / months_before, language, 1),
    }
    return f"{plain}; " + words.gettext("%(rate)s a month now, %(rate_before)s before") % rates


def certainty(verdict: Judged, words: Words) -> str:
    """The interval of 95 per cent in words."""
    if isinstance(verdict, ShareVerdict):
        return _points(verdict.found.interval, words)
    language, interval = words.get_language(), verdict.found.interval
    texts = {"low": times_text(interval.low, language), "high": times_text(interval.high, language)}
    if interval.high == inf:
        text = words.gettext("With 95 per cent certainty it is at least %(low)s times as many a month.")
    elif interval.low == 0:
        text = words.gettext("With 95 per cent certainty it is at most %(high)s times as many a month.")
    else:
        text = words.gettext(
            "With 95 per cent certainty it is between %(low)s and %(high)s times as many a month as before."
        )
    return text % texts


def times_text(ratio: float, language: str) -> str:
    """A ratio with two decimals below ten, so that 0,96 is not read as 1,0."""
    if ratio == inf:
        return ""
    return number_text(Fraction(ratio), language, 2 if ratio < 10 else 0)


def _points(interval: Interval, words: Words) -> str:
    language = words.get_language()
    text = words.gettext("With 95 per cent certainty the change lies between %(low)s and %(high)s percentage points.")
    low, high = (number_text(Fraction(one) * 100, language) for one in (interval.low, interval.high))
    return text % {"low": low, "high": high}


def share_with_interval(part: int, whole: int, interval: Interval, words: Words) -> str:
    """Such as "29 of 85 (34%, with 95 per cent certainty 25%-45%)"."""
    language = words.get_language()
    return words.gettext("%(part)s of %(whole)s (%(share)s; with 95 per cent certainty %(low)s–%(high)s)") % {
        "part": number_text(part, language),
        "whole": number_text(whole, language),
        "share": share_text(Fraction(part, whole), language),
        "low": share_text(Fraction(interval.low), language),
        "high": share_text(Fraction(interval.high), language),
    }


def _claim(verdict: Judged, unit: str, words: Words) -> str:
    gettext = words.gettext
    match verdict.claim:
        case Claim.SHOWN:
            return gettext("A rise is shown") if verdict.rises else gettext("A fall is shown")
        case Claim.POSSIBLE if verdict.rises:
            return gettext("A rise is possible, but not shown")
        case Claim.POSSIBLE:
            return gettext("A fall is possible, but not shown")
        case Claim.NO_SIGN:
            return gettext("No sign of a change")
    return too_few(unit, words)


def _months(months: Fraction, words: Words) -> str:
    number = number_text(months, words.get_language(), 0 if months.denominator == 1 else 1)
    return words.ngettext("%(number)s open month", "%(number)s open months", int(months)) % {"number": number}
