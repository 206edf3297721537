"""Small counts told in few words: one, a couple, all but those, a course from one to three (R138, R254, R256)."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Members, Quantity, Unit
from ombud.core.prose.statement import Kind, Verdict
from ombud.core.words import PLAIN
from tests.core.prose.eksempelby import CHILDREN, EKSEMPELBY, ROADS, TONE, claims, verdicts

TRUE, SMALL, HIDDEN, FALSE = Verdict.TRUE, Verdict.SMALL, Verdict.HIDDEN_NUMBER, Verdict.FALSE
ROADS_ALONE, TONE_ALONE = frozenset([ROADS]), frozenset([TONE])


def few(*, is_hidden: bool) -> Knowledge:
    """Veje & Parker has one of everything now and had three enquiries before; Venlig tone has three cases, two of them
    with the children.
    """
    given = (
        ("enquiries", 100, frozenset(), NOW),
        ("enquiries", 1, ROADS_ALONE, NOW),
        ("enquiries", 60, frozenset([CHILDREN]), NOW),
        ("enquiries", 50, frozenset(), BEFORE),
        ("enquiries", 3, ROADS_ALONE, BEFORE),
        ("matters", 120, frozenset(), NOW),
        ("matters", 1, ROADS_ALONE, NOW),
        ("matters", 3, TONE_ALONE, NOW),
        ("matters", 2, TONE_ALONE | {CHILDREN}, NOW),
        ("points", 20, frozenset(), NOW),
        ("points", 1, ROADS_ALONE, NOW),
    )
    counts = tuple(_quantity(*one, is_hidden=is_hidden) for one in given)
    return replace(EKSEMPELBY, quantities=counts, threshold=3)


def _quantity(unit: str, value: int, members: Members, period: str, *, is_hidden: bool) -> Quantity:
    key = f"{unit}/{'+'.join(sorted(key for _, key in members))}/{period}"
    return Quantity(key, value, unit, members, period, is_hidden and period == NOW and value < 3)


KNOWN, HIDING = few(is_hidden=False), few(is_hidden=True)
TOLD = [
    "Der var én henvendelse hos Veje & Parker.",
    "Veje & Parker havde en enkelt henvendelse.",
    "Kun én henvendelse angik Veje & Parker.",
    "Kun en sag angik Veje & Parker.",
    "Blot en sag angik Veje & Parker.",
    "En eneste henvendelse kom fra Veje & Parker.",
    "Den eneste sag hos Veje & Parker blev lukket.",
    "Der var ét klageforhold i Veje & Parker.",
    "Veje & Parker stod for under én procent af sagerne.",
    "Veje & Parker stod for under en procent af sagerne.",
    "Et par sager angik Veje & Parker.",
    "Et par af sagerne angik Veje & Parker.",
    "1-2 sager angik Veje & Parker.",
    "Højst to sager angik Veje & Parker.",
    "To af de tre sager om Venlig tone kom fra Børn & Familie.",
    "To af de fire sager om Venlig tone kom fra Børn & Familie.",
    "99 henvendelser lå uden for Veje & Parker.",
    "99 pct. af henvendelserne angik andre afdelinger end Veje & Parker.",
    "99 af de 100 henvendelser angik andre end Veje & Parker.",
    "Alle henvendelser på nær én lå uden for Veje & Parker.",
    "Af de tre sager om Venlig tone kom to fra Børn & Familie.",
]


def worst(text: str, knowledge: Knowledge) -> Verdict:
    (one,) = {one for one in verdicts(text, knowledge=knowledge) if one in (SMALL, HIDDEN)}
    return one


@pytest.mark.parametrize("text", TOLD)
def test_a_small_count_is_told_in_few_words(text: str) -> None:
    assert worst(text, KNOWN) is SMALL
    assert worst(text, HIDING) is HIDDEN
    assert FALSE not in verdicts(text, knowledge=KNOWN)


def test_those_that_others_leave_give_a_count_away() -> None:
    text = "Der kom 100 henvendelser, og 99 af dem angik andre end Veje & Parker."
    _, rest = claims(text, knowledge=KNOWN)

    assert (rest.verdict, rest.about) == (SMALL, ("enquiries/vej/now", "enquiries//now"))
    assert verdicts(text, knowledge=HIDING) == [TRUE, HIDDEN]
    assert HIDDEN not in verdicts(text.replace("99", "98"), knowledge=HIDING)


def test_one_of_three_tells_the_three() -> None:
    found = claims("En af de tre sager om Venlig tone var lang.", knowledge=KNOWN)

    assert [(one.verdict, one.text) for one in found if one.kind is Kind.COUNT] == [(TRUE, "tre sager")]


def test_nobody_but_one_has_them_all() -> None:
    all_of_them = _quantity("matters", 3, TONE_ALONE | {CHILDREN}, NOW, is_hidden=False)
    knowledge = replace(KNOWN, quantities=(*KNOWN.quantities[:-3], all_of_them), threshold=4)
    text = "Ingen andre end Børn & Familie havde sager om Venlig tone."
    (one,) = claims(text, knowledge=knowledge)

    assert (one.verdict, set(one.about)) == (SMALL, {"matters/bf+tone/now", "matters/tone/now"})
    assert verdicts(text, knowledge=KNOWN) == [FALSE]
    assert FALSE not in verdicts("Ingen andre end Børn & Familie har 60 henvendelser.", knowledge=KNOWN)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Henvendelserne hos Veje & Parker er faldet fra 3 til 1.", [Kind.DIRECTION, Kind.COUNT, Kind.COUNT]),
        ("Henvendelserne hos Veje & Parker er faldet med 2 fra 3 til 1.", [Kind.DIRECTION, Kind.COUNT, Kind.COUNT]),
        ("Veje & Parker er faldet fra 3 til 1.", [Kind.COUNT, Kind.COUNT]),
    ],
)
def test_both_ends_of_a_course_are_counts_of_their_own_periods(text: str, kinds: list[Kind]) -> None:
    *_, before, now = found = claims(text, knowledge=KNOWN)

    assert [one.kind for one in found] == kinds
    assert (before.verdict, before.about) == (TRUE, ("enquiries/vej/before",))
    assert (now.verdict, now.about) == (SMALL, ("enquiries/vej/now",))
    assert HIDDEN in verdicts(text, knowledge=HIDING)


def tell(text: str) -> Iterable[bool]:
    return [one.tells for one in claims(text, knowledge=KNOWN)]


def test_a_course_tells_its_counts_where_it_says_by_how_much() -> None:
    assert tell("Henvendelserne hos Veje & Parker er faldet med 2.") == [True]
    assert tell("Henvendelserne hos Veje & Parker er faldet.") == [False]
    assert tell("Der er flest henvendelser i Børn & Familie.") == [False]
    assert verdicts("Henvendelserne hos Veje & Parker er faldet med 2.", knowledge=HIDING) == [HIDDEN]


@pytest.mark.parametrize(
    "text",
    [
        "En sag hos Veje & Parker viser det.",
        "Én ting er sikker hos Veje & Parker.",
        "I én sag har jeg udtalt kritik.",
        "En af sagerne var svær.",
        "Kun en del af sagerne angik Veje & Parker.",
        "Mindst én sag angik Veje & Parker.",
        "Kun én sag angik støj i Børn & Familie.",
        "Et par hundrede henvendelser kom ind.",
        "Et par gange kom en borger forbi med en sag.",
        "Henvendelser hos Veje & Parker tages fra 8 til 12.",
        "Ikke en eneste sag angik Veje & Parker.",
        "Ikke én sag angik Veje & Parker.",
    ],
)
def test_words_that_tell_no_count_are_left_alone(text: str) -> None:
    assert not verdicts(text, knowledge=KNOWN)


def test_a_couple_is_never_plainly_false() -> None:
    assert verdicts("Børn & Familie har haft et par henvendelser.", knowledge=KNOWN) == [Verdict.UNKNOWN]
    assert verdicts("Børn & Familie har haft en enkelt henvendelse.", knowledge=KNOWN) == [FALSE]


@pytest.mark.parametrize(
    "text",
    [
        "There was one enquiry from Veje & Parker.",
        "Only one enquiry concerned Veje & Parker.",
        "Veje & Parker had a single enquiry.",
        "A couple of enquiries concerned Veje & Parker.",
        "99 of the 100 enquiries concerned others than Veje & Parker.",
        "All but one of the enquiries were outside Veje & Parker.",
        "Enquiries from Veje & Parker fell from 3 to 1.",
    ],
)
def test_small_counts_told_in_english(text: str) -> None:
    units = (Unit("enquiries", "enquiry", "enquiries"), Unit("matters", "matter", "matters", (), "enquiries"))

    assert SMALL in verdicts(text, "", replace(KNOWN, units=units), PLAIN)
    assert HIDDEN in verdicts(text, "", replace(HIDING, units=units), PLAIN)
