from dataclasses import replace

import pytest

from ombud.core.prose.knowledge import BEFORE, NOW, Quantity
from ombud.core.prose.statement import Reason, Verdict
from tests.core.prose.eksempelby import COMPLAINT, EKSEMPELBY, HALF_A_YEAR_BEFORE, JOBS, claims, in_english, verdicts

TRUE, FALSE, UNKNOWN, WITH = Verdict.TRUE, Verdict.FALSE, Verdict.UNKNOWN, Verdict.TRUE_WITH


@pytest.mark.parametrize(
    "text",
    [
        "Antallet af henvendelser er steget.",
        "Der er sket en stigning i antallet af henvendelser om Børn & Familie.",
        "Antallet af henvendelser er fordoblet.",
        "Antallet af henvendelser er steget med 100 %.",
        "Der er kommet 20 flere henvendelser end sidste år om Børn & Familie.",
    ],
)
def test_true_directions(text: str) -> None:
    assert verdicts(text) == [TRUE]


@pytest.mark.parametrize(
    "text",
    [
        "Antallet af henvendelser er faldet.",
        "Antallet af henvendelser er på niveau med sidste år.",
        "Antallet af henvendelser er uændret.",
        "Antallet af henvendelser er halveret.",
        "Antallet af henvendelser er steget med 50 %.",
        "Der er kommet 30 flere henvendelser end sidste år om Børn & Familie.",
    ],
)
def test_false_directions(text: str) -> None:
    assert verdicts(text) == [FALSE]


def test_the_two_numbers_of_a_course_are_looked_up_in_their_own_periods() -> None:
    assert verdicts("Antallet af henvendelser er steget fra 50 til 100.") == [TRUE, TRUE, TRUE]
    assert verdicts("Antallet af henvendelser er steget fra 55 til 100.") == [TRUE, FALSE, TRUE]


def test_two_numbers_that_go_the_other_way_are_false() -> None:
    assert claims("Antallet er faldet fra 50 til 100 henvendelser.")[0].reason is Reason.OWN_NUMBERS


def test_unequal_periods_are_compared_per_month() -> None:
    (rise,) = claims("Antallet af henvendelser er steget.", knowledge=HALF_A_YEAR_BEFORE)
    (fall,) = claims("Antallet af henvendelser er faldet.", knowledge=HALF_A_YEAR_BEFORE)

    assert (rise.verdict, rise.reason) == (FALSE, Reason.PER_MONTH)
    assert (fall.verdict, fall.reason) == (WITH, Reason.PER_MONTH)


def test_a_clear_change_needs_clear_numbers() -> None:
    (one,) = claims("Der er en signifikant stigning i henvendelser om Børn & Familie.")

    assert (one.verdict, one.reason) == (UNKNOWN, Reason.TOO_FEW)


def test_a_course_of_what_was_not_counted_before_is_asked_about() -> None:
    (one,) = claims("Der er sket et fald i antallet af sager om Sagsbehandlingstid.")

    assert (one.verdict, one.reason) == (UNKNOWN, Reason.NO_EARLIER)


@pytest.mark.parametrize(
    "text",
    [
        "I så fald må henvendelserne behandles igen.",
        "Sager, der falder uden for ordningen, afvises.",
        "Ved stigning i antallet af henvendelser vil årsagen blive undersøgt.",
        "Priserne er steget.",
        "Nogle afdelinger møder flere borgere og træffer flere henvendelser end andre.",
        "Børn & Familie har færre henvendelser end Job & Ydelse.",
        "Der er dobbelt så mange henvendelser som sager.",
        "Henvendelser til Børn & Familie er på niveau med Job & Ydelse.",
        "Nogle får flere sager end de henvendelser, de begynder med.",
    ],
)
def test_words_that_only_look_like_a_course_are_left_alone(text: str) -> None:
    assert not verdicts(text)


@pytest.mark.parametrize("when", ["sidste år", "i 2023", "tidligere", "i perioden før"])
def test_more_than_at_another_time_is_a_course(when: str) -> None:
    assert verdicts(f"Der er flere henvendelser end {when}.") == [TRUE]
    assert verdicts(f"Der er færre henvendelser end {when}.") == [FALSE]


def test_a_name_of_the_sentence_before_cannot_alone_make_a_course_false() -> None:
    members = frozenset((COMPLAINT, JOBS))
    more = (Quantity("now", 5, "enquiries", members, NOW), Quantity("before", 10, "enquiries", members, BEFORE))
    knowledge = replace(EKSEMPELBY, quantities=(*EKSEMPELBY.quantities, *more))
    text = "Antallet af henvendelser om Job & Ydelse er"

    assert verdicts(f"Der var 40 klager. {text} steget.", knowledge=knowledge) == [TRUE, UNKNOWN]
    assert verdicts(f"Der var 40 klager. {text} faldet.", knowledge=knowledge) == [TRUE, TRUE]


def test_directions_in_english() -> None:
    assert in_english("The number of enquiries has risen.") == [TRUE]
    assert in_english("The number of enquiries has fallen.") == [FALSE]
    assert in_english("Some departments get more enquiries than others.") == []
    assert in_english("There are fewer enquiries than last year.") == [FALSE]
