"""Why two numbers may differ. Every cause has been verified by arithmetic before it is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ombud.core.numbers import number_text
from ombud.core.reconciling.quantity import UnitName, span_name
from ombud.core.statistics.inputs import unit_name
from ombud.core.words import Words


class CauseKind(StrEnum):
    WITHOUT_MEMBER = "without_member"
    OTHER_UNIT = "other_unit"
    LEFT_OUT = "left_out"
    SWAPPED = "swapped"
    MOVED = "moved"
    MONTHS = "months"
    CORRECTED = "corrected"
    OTHER_BASE = "other_base"


@dataclass(frozen=True)
class Cause:
    """``number`` is the count that explains the difference, ``unit`` what it counts. ``label`` and ``other`` name the
    members concerned: a dimension, a group, the two that were exchanged, or two spans.
    """

    kind: CauseKind
    number: int = 0
    unit: str = ""
    label: str = ""
    other: str = ""

    def sentence(self, words: Words, name_of: UnitName = unit_name) -> str:
        """One sentence in the reader's language. Nothing of it is certain: the numbers fit, that is all."""
        maker = _MAKERS[self.kind]
        return maker(self, words, name_of)


def dimension_word(dimension: str, words: Words) -> str:
    """What a dimension divides by, inside a sentence; one that is not known is its own word."""
    known = {
        "department": words.gettext("department"),
        "unit": words.gettext("sub-unit"),
        "theme": words.gettext("theme"),
        "subtheme": words.gettext("subtheme"),
        "type": words.gettext("type"),
        "type_group": words.gettext("type"),
        "channel": words.gettext("channel"),
        "month": words.gettext("month"),
        "role": words.gettext("role"),
        "outcome": words.gettext("outcome"),
        "remark": words.gettext("kind of remark"),
        "within_mandate": words.gettext("mandate"),
    }
    return known.get(dimension, dimension)


def _texts(cause: Cause, words: Words, name_of: UnitName) -> dict[str, str]:
    return {
        "number": number_text(cause.number, words.get_language()),
        "unit": name_of(cause.unit, cause.number, words),
        "label": cause.label,
        "other": cause.other,
    }


def _without_member(cause: Cause, words: Words, name_of: UnitName) -> str:
    text = words.ngettext(
        "%(number)s %(unit)s stands without %(label)s.", "%(number)s %(unit)s stand without %(label)s.", cause.number
    )
    return text % (_texts(cause, words, name_of) | {"label": dimension_word(cause.label, words)})


def _other_unit(cause: Cause, words: Words, name_of: UnitName) -> str:
    text = words.gettext("%(number)s is the number of %(unit)s: one may be printed as the other.")
    return text % _texts(cause, words, name_of)


def _left_out(cause: Cause, words: Words, name_of: UnitName) -> str:
    text = words.gettext(
        "The difference is the number of “%(label)s” (%(number)s): it may be left out of one and not of the other."
    )
    return text % _texts(cause, words, name_of)


def _swapped(cause: Cause, words: Words, name_of: UnitName) -> str:
    text = words.gettext("“%(label)s” and “%(other)s” have each other's numbers: they may have been exchanged.")
    return text % _texts(cause, words, name_of)


def _moved(cause: Cause, words: Words, name_of: UnitName) -> str:
    text = words.gettext(
        "The total is the same. %(number)s %(unit)s may be counted under “%(label)s” in one place and under "
        "“%(other)s” in the other."
    )
    return text % _texts(cause, words, name_of)


def _months(cause: Cause, words: Words, name_of: UnitName) -> str:
    text = words.gettext("The numbers are not of the same months: %(label)s and %(other)s.")
    return text % {"label": span_name(cause.label), "other": span_name(cause.other)}


def _corrected(cause: Cause, words: Words, name_of: UnitName) -> str:
    text = words.ngettext(
        "%(number)s registration of the period was changed after the report was published.",
        "%(number)s registrations of the period were changed after the report was published.",
        cause.number,
    )
    return text % _texts(cause, words, name_of)


def _other_base(cause: Cause, words: Words, name_of: UnitName) -> str:
    return words.gettext("The shares are of %(number)s %(unit)s.") % _texts(cause, words, name_of)


_MAKERS: Mapping[CauseKind, Callable[[Cause, Words, UnitName], str]] = {
    CauseKind.WITHOUT_MEMBER: _without_member,
    CauseKind.OTHER_UNIT: _other_unit,
    CauseKind.LEFT_OUT: _left_out,
    CauseKind.SWAPPED: _swapped,
    CauseKind.MOVED: _moved,
    CauseKind.MONTHS: _months,
    CauseKind.CORRECTED: _corrected,
    CauseKind.OTHER_BASE: _other_base,
}
