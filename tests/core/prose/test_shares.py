from dataclasses import replace
from fractions import Fraction

import pytest

from ombud.core.prose.grammar import Hedge
from ombud.core.prose.nearness import count_fits, share_fits
from ombud.core.prose.statement import Reason, Verdict
from tests.core.prose.eksempelby import EKSEMPELBY, ROADS, claims, in_english, quantities, verdicts

TRUE, FALSE, UNKNOWN = Verdict.TRUE, Verdict.FALSE, Verdict.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "60 % af henvendelserne er om Børn & Familie.",
        "Børn & Familie står for 60 pct. af henvendelserne.",
        "Over halvdelen af henvendelserne angår Børn & Familie.",
        "Lidt over en tredjedel af henvendelserne angår Job & Ydelse.",
        "Mere end hver tredje henvendelse angår Job & Ydelse.",
        "Flertallet af henvendelserne angår Børn & Familie.",
        "60 af 100 henvendelser angår Børn & Familie.",
        "Tre ud af fem henvendelser angår Børn & Familie.",
        "En tredjedel af sagerne handler om Sagsbehandlingstid.",
        "Halvdelen af henvendelserne om Børn & Familie er klager.",
    ],
)
def test_true_shares(text: str) -> None:
    assert verdicts(text) == [TRUE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70 % af henvendelserne er om Børn & Familie.", Fraction(3, 5)),
        ("Over halvdelen af henvendelserne angår Job & Ydelse.", Fraction(19, 50)),
        ("Mere end hver anden henvendelse angår Job & Ydelse.", Fraction(19, 50)),
        ("To tredjedele af henvendelserne angår Job & Ydelse.", Fraction(19, 50)),
        ("61 af 100 henvendelser angår Børn & Familie.", Fraction(3, 5)),
    ],
)
def test_false_shares_are_told_with_the_share_counted(text: str, expected: Fraction) -> None:
    (one,) = claims(text)

    assert (one.verdict, one.expected) == (FALSE, expected)


def test_a_share_that_its_own_numbers_contradict_is_false() -> None:
    found = claims("Over halvdelen af henvendelserne (40 af 100) er klager.")

    assert found[0].reason is Reason.OWN_NUMBERS


def test_a_base_that_leaves_a_member_out_is_true_with_that_said() -> None:
    (one,) = claims("40 af 70 sager handler om Sagsbehandlingstid.")

    assert (one.verdict, one.names) == (Verdict.TRUE_WITH, ("Andet",))


def test_what_words_allow_doubtfully_is_asked_about() -> None:
    (one,) = claims("Næsten halvdelen af henvendelserne angår Job & Ydelse.")

    assert (one.verdict, one.expected) == (UNKNOWN, Fraction(19, 50))


def test_shares_of_what_is_not_counted_are_asked_about() -> None:
    assert verdicts("Halvdelen af henvendelserne angår boliger.") == [UNKNOWN]
    assert verdicts("Sidste år var to tredjedele af sagerne om Sagsbehandlingstid.") == [UNKNOWN]


@pytest.mark.parametrize(
    "text",
    [
        "Stillingen er delt med 60 % til den ene by.",
        "Hver anden tirsdag er der åbent.",
        "De fleste borgere er tilfredse.",
    ],
)
def test_shares_of_something_else_are_left_alone(text: str) -> None:
    assert not verdicts(text)


def test_a_legend_belongs_to_the_name_before_the_per_cent() -> None:
    assert verdicts("Børn & Familie 60 %, Job & Ydelse 38 %.") == [TRUE, TRUE]
    assert verdicts("Børn & Familie 38 %, Job & Ydelse 60 %.") == [FALSE, FALSE]


def test_points_are_no_part_of_enquiries() -> None:
    assert TRUE not in verdicts("40 % af henvendelserne handler om Sagsbehandlingstid.")


def test_a_share_of_a_hidden_count_is_not_told() -> None:
    hiding = replace(EKSEMPELBY, quantities=quantities(hidden=((ROADS,),)))

    assert verdicts("2 % af henvendelserne angår Veje & Parker.", knowledge=hiding) == [Verdict.HIDDEN_NUMBER]


def test_mostly_is_more_than_half() -> None:
    assert verdicts("Sagsbehandlingstid er især et emne i sager om Børn & Familie.") == [TRUE]


def test_all_of_a_unit() -> None:
    assert FALSE not in verdicts("Alle henvendelser bliver besvaret.")
    assert verdicts("Alle henvendelser angår Børn & Familie.") == [FALSE]


def test_shares_in_english() -> None:
    assert in_english("More than half of the enquiries concern Children & Families.") == [TRUE]
    assert in_english("More than half of the enquiries concern Jobs & Benefits.") == [FALSE]


@pytest.mark.parametrize(
    ("share", "hedge", "fits"),
    [
        (Fraction(52, 100), Hedge.EXACT, True),
        (Fraction(53, 100), Hedge.EXACT, False),
        (Fraction(1, 2), Hedge.OVER, False),
        (Fraction(57, 100), Hedge.JUST_OVER, True),
        (Fraction(58, 100), Hedge.JUST_OVER, False),
        (Fraction(43, 100), Hedge.JUST_UNDER, True),
        (Fraction(42, 100), Hedge.JUST_UNDER, False),
        (Fraction(1, 2), Hedge.JUST_UNDER, False),
        (Fraction(55, 100), Hedge.ABOUT, True),
        (Fraction(56, 100), Hedge.ABOUT, False),
        (Fraction(1, 2), Hedge.AT_MOST, True),
        (Fraction(49, 100), Hedge.UNDER, True),
    ],
)
def test_how_near_half_is(share: Fraction, hedge: Hedge, fits: bool) -> None:
    assert share_fits(share, Fraction(1, 2), hedge) is fits


def test_how_near_a_count_is() -> None:
    assert [count_fits(one, 30, Hedge.ABOUT) for one in (27, 26)] == [True, False]
    assert [count_fits(one, 30, Hedge.JUST_UNDER) for one in (30, 31)] == [True, False]


def test_a_name_of_the_sentence_before_cannot_alone_make_a_share_false() -> None:
    before = "Sagsbehandlingstid fylder meget."

    assert verdicts(f"{before} 45 % af sagerne er i Børn & Familie.") == [Verdict.UNKNOWN]
    assert verdicts(f"{before} 62,5 % af sagerne er i Børn & Familie.") == [Verdict.TRUE]
