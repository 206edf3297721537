"""A course, a table and a funnel in words: what stands out beyond chance, and nothing of what does not."""

from collections.abc import Sequence

from ombud.core.comparison.funnel import Band, Funnel
from ombud.core.comparison.independence import Independence
from ombud.core.comparison.run_chart import LEAST, RunChart
from ombud.core.comparison.verdicts import SIGNIFICANT
from ombud.core.numbers import number_text
from ombud.core.words import Words

STANDS_OUT = 2.0


def course_text(found: RunChart | None, values: int, words: Words) -> str:
    """Whether the level has moved (Anhøj's rules). ``values`` is how many there were."""
    if found is None:
        text = words.gettext(
            "Too few points in time to say whether the level has moved: %(values)s, and %(least)s are needed that are "
            "not in the middle."
        )
        return text % {"values": values, "least": LEAST}
    if found.is_shift:
        text = words.gettext(
            "The level has moved: %(run)s in a row lie on the same side of the middle. By chance it is seldom more "
            "than %(usual)s."
        )
        return text % {"run": found.longest_run, "usual": found.longest_usual}
    if found.is_signal:
        text = words.ngettext(
            "The level has moved: the numbers cross the middle only %(crossings)s time. By chance it is seldom fewer "
            "than %(usual)s.",
            "The level has moved: the numbers cross the middle only %(crossings)s times. By chance it is seldom fewer "
            "than %(usual)s.",
            found.crossings,
        )
        return text % {"crossings": found.crossings, "usual": found.fewest_usual}
    return words.gettext("No sign that the level has moved. The ups and downs are no larger than chance gives.")


def distribution_text(found: Independence, rows: Sequence[str], columns: Sequence[str], words: Words) -> str:
    """Whether the columns are spread differently from row to row, and in which cells most (Freeman & Halton)."""
    if found.p is None:
        return words.gettext(
            "Whether the rows differ from one another is not computed: the table is too large for an exact answer."
        )
    p = number_text(found.p, words.get_language(), 3)
    if found.p >= SIGNIFICANT:
        text = words.gettext(
            "No sign that the rows differ: chance alone would often spread the numbers this unevenly (p = %(p)s)."
        )
        return text % {"p": p}
    text = words.gettext("The rows differ more than chance gives (p = %(p)s).") % {"p": p}
    more, fewer = (_cells(found, rows, columns, sign) for sign in (1, -1))
    if more:
        text += " " + words.gettext("More than expected: %(cells)s.") % {"cells": "; ".join(more)}
    if fewer:
        text += " " + words.gettext("Fewer than expected: %(cells)s.") % {"cells": "; ".join(fewer)}
    return text


def _cells(found: Independence, rows: Sequence[str], columns: Sequence[str], sign: int) -> list[str]:
    return [
        f"{row}, {column}"
        for row, residuals in zip(rows, found.residuals, strict=True)
        for column, residual in zip(columns, residuals, strict=True)
        if residual is not None and residual * sign >= STANDS_OUT
    ]


def places_text(found: Funnel | None, words: Words) -> tuple[str, ...]:
    """Which places lie farther off than chance takes them; never their order."""
    if found is None:
        return (words.gettext("Too little is known of the sizes to compare."),)
    said = []
    for bands, text in (
        ((Band.HIGH, Band.VERY_HIGH), words.gettext("More than chance gives for their size: %(labels)s.")),
        ((Band.LOW, Band.VERY_LOW), words.gettext("Fewer than chance gives for their size: %(labels)s.")),
    ):
        labels = [_marked(one.place.label, one.band, words) for one in found.places if one.band in bands]
        if labels:
            said.append(text % {"labels": "; ".join(labels)})
    if not said:
        said.append(words.gettext("None lies farther from the others than chance gives for its size."))
    if found.is_widened:
        said.append(
            words.gettext("They differ so much among themselves that the limits have been drawn wider accordingly.")
        )
    said.append(words.gettext("The order tells nothing: small places lie far out by chance alone."))
    return tuple(said)


def _marked(label: str, band: Band, words: Words) -> str:
    if band in (Band.VERY_HIGH, Band.VERY_LOW):
        return words.gettext("%(label)s (clearly)") % {"label": label}
    return label
