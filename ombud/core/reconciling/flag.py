"""Something to look at that is not two unlike numbers: told with its place, it asks and does not stop publication."""

from dataclasses import dataclass
from enum import StrEnum

from ombud.core.reconciling.quantity import Place


class FlagKind(StrEnum):
    UNDECIDED = "undecided"
    SAME_NUMBER = "same_number"
    OPEN_ADVICE = "open_advice"
    PERIODS = "periods"
    NUMBERED_TWICE = "numbered_twice"
    CASE_NUMBERS = "case_numbers"
    EXPLAINED = "explained"
    TWO_SYSTEMS = "two_systems"
    TWO_NAMES = "two_names"
    NOT_LEFT_OUT = "not_left_out"
    SPELLING = "spelling"
    DOUBLE_SPACE = "double_space"
    TWO_DEFINITIONS = "two_definitions"


@dataclass(frozen=True)
class Flag:
    """``message`` is a sentence in the language it was made in. EXPLAINED is no question: it says why all is well."""

    kind: FlagKind
    place: Place
    message: str
