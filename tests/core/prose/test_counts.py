from dataclasses import replace

import pytest

from ombud.core.prose.statement import Reason, Verdict
from tests.core.prose.eksempelby import CHILDREN, EKSEMPELBY, ROADS, TIME, claims, in_english, quantities, verdicts

TRUE, FALSE, UNKNOWN = Verdict.TRUE, Verdict.FALSE, Verdict.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Der har været 100 henvendelser i perioden.",
        "Jeg har modtaget hundrede henvendelser.",
        "Børn & Familie har haft 60 henvendelser.",
        "Der er registreret 60 henvendelser om Børn og Familie.",
        "Antallet af henvendelser var 100.",
        "Der var mere end 90 henvendelser.",
        "Der var omkring 105 henvendelser.",
        "Der var 40 klager.",
        "Børn & Familie og Job & Ydelse har tilsammen haft 98 henvendelser.",
        "I 2023 var der 50 henvendelser.",
        "Der er 25 sager om sagsbehandlingstid i Børn & Familie.",
    ],
)
def test_true_counts(text: str) -> None:
    assert verdicts(text) == [TRUE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der har været 101 henvendelser i perioden.", 100),
        ("Jeg har modtaget halvfems henvendelser i 2024.", 100),
        ("Børn & Familie har haft 61 henvendelser.", 60),
        ("Der var mere end 100 henvendelser.", 100),
        ("Der var 41 klager.", 40),
        ("I 2023 var der 51 henvendelser.", 50),
        ("Børn & Familie har haft 31 klager.", 30),
    ],
)
def test_false_counts_are_told_with_both_numbers(text: str, expected: int) -> None:
    (one,) = claims(text)

    assert (one.verdict, one.expected) == (FALSE, expected)


def test_each_number_of_a_list_belongs_to_its_own_name() -> None:
    text = "Der har været 100 henvendelser, heraf 60 i Børn & Familie, 38 i Job & Ydelse og 3 i Veje & Parker."

    assert verdicts(text) == [TRUE, TRUE, TRUE, FALSE]


def test_a_heading_says_what_the_numbers_below_are_about() -> None:
    assert verdicts("Der har været 60 henvendelser på området.", "Børn & Familie") == [TRUE]
    assert verdicts("Der har været 59 henvendelser på området.", "Børn & Familie") == [FALSE]
    assert verdicts("## Børn & Familie\n\nDer har været 59 henvendelser på området.") == [FALSE]


@pytest.mark.parametrize("before", ["Sagsbehandlingstid fylder meget.", "Sagsbehandlingstid er et tema for sig."])
def test_a_name_of_the_sentence_before_cannot_alone_make_a_count_false(before: str) -> None:
    assert verdicts(f"{before} Børn & Familie har 27 sager.") == [UNKNOWN]
    assert verdicts(f"{before} Børn & Familie har 25 sager.") == [TRUE]


def test_a_name_of_a_heading_cannot_alone_make_a_count_of_another_name_false() -> None:
    assert verdicts("Børn & Familie har 27 sager.", "Sagsbehandlingstid") == [UNKNOWN]


@pytest.mark.parametrize("lead", ["Job & Ydelse", "Job & Ydelse:\n", "Job & Ydelse havde:"])
def test_a_point_of_a_list_is_about_its_own_lead_before_the_heading(lead: str) -> None:
    assert verdicts(f"{lead}\n- 38 henvendelser", "Børn & Familie") == [TRUE]
    assert verdicts(f"{lead}\n- 39 henvendelser", "Børn & Familie") == [FALSE]


def test_a_sentence_after_another_name_than_that_of_the_heading_may_be_about_either() -> None:
    before = "Job & Ydelse fylder også."

    assert verdicts(f"{before} Her har der været 38 henvendelser.", "Børn & Familie") == [TRUE]
    assert verdicts(f"{before} Her har der været 60 henvendelser.", "Børn & Familie") == [TRUE]
    assert verdicts(f"{before} Her har der været 59 henvendelser.", "Børn & Familie") == [UNKNOWN]


def test_a_false_count_is_told_beside_that_of_its_own_name() -> None:
    _, one = claims("Der var 40 klager. Børn & Familie har haft 61 henvendelser.")

    assert (one.verdict, one.expected) == (FALSE, 60)


def test_a_false_count_that_names_nothing_is_told_beside_the_total() -> None:
    *_, one = claims("Klager fylder meget. Der har været 101 henvendelser.")

    assert (one.verdict, one.expected) == (FALSE, 100)


def test_a_hidden_count_that_is_only_carried_over_is_not_taken_to_be_told() -> None:
    hiding = replace(EKSEMPELBY, quantities=quantities(hidden=((TIME, CHILDREN),)))

    assert verdicts("Sagsbehandlingstid fylder meget. Børn & Familie har 27 sager.", knowledge=hiding) == [UNKNOWN]
    assert verdicts("Sagsbehandlingstid fylder meget. Børn & Familie har 25 sager.", knowledge=hiding) == [
        Verdict.HIDDEN_NUMBER
    ]


def test_the_period_before_is_another_number() -> None:
    assert verdicts("Vi har haft 100 henvendelser mod 50 i perioden før.") == [TRUE, TRUE]
    assert verdicts("Vi har haft 100 henvendelser mod 51 i perioden før.") == [TRUE, FALSE]
    assert verdicts("Børn & Familie er gået fra 40 henvendelser sidste år til 60 i år.") == [TRUE, TRUE]


def test_a_year_that_nothing_is_known_of_is_asked_about() -> None:
    assert verdicts("I 2019 var der 70 henvendelser.") == [UNKNOWN]


@pytest.mark.parametrize(
    "text",
    [
        "Der har været 12 henvendelser om støj i Børn & Familie.",
        "Lederen fortalte om 12 henvendelser fra unge.",
        "Blandt henvendelserne fra ældre var der 14 sager.",
    ],
)
def test_what_is_narrowed_by_words_unknown_is_asked_about_and_never_stopped(text: str) -> None:
    assert FALSE not in verdicts(text)
    assert UNKNOWN in verdicts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sagen blev afsluttet den 12. november 2024 efter § 10, stk. 2.",
        "Ring på 61 91 68 00 mellem kl. 10 og 14, eller skriv sag nr. 7/2024.",
        "Sager nr. 7, 17 og 22/2024 handler om det samme.",
        "Det kostede 1.500 kr. og tog 37 timer over 3 uger.",
        "En borger på 18 år kom i 2. omgang.",
        "Kurset havde 16 medarbejdere og ændrede 3 breve.",
        "De to sager viser det samme.",
        "Vi passer på 200 henvendelser om dagen kan man sige, hvis der kommer 200 henvendelser.",
    ],
)
def test_numbers_about_something_else_are_left_alone(text: str) -> None:
    assert FALSE not in verdicts(text)
    assert len(verdicts(text)) == 0


def test_a_point_of_a_list_is_about_what_leads_to_it() -> None:
    assert verdicts("Børn & Familie havde:\n\n- 60 henvendelser\n- 30 klager") == [TRUE, TRUE]
    assert FALSE not in verdicts("I alt:\n\n- 61 henvendelser")


def test_a_story_is_not_held_against_the_counts() -> None:
    assert not verdicts("::: case En lang vej\n\nBorgeren havde 14 henvendelser og 3 sager.\n\n:::")


def test_bound_numbers_are_not_looked_at() -> None:
    assert not verdicts("Der har været {tal: henvendelser} henvendelser i perioden.")


def test_one_unit_is_never_taken_for_another() -> None:
    (one,) = claims("Der har været 120 henvendelser i perioden.")

    assert (one.verdict, one.reason, one.unit) == (FALSE, Reason.WRONG_UNIT, "sager")


def test_a_number_of_another_unit_passes_with_a_note_where_only_that_unit_is_counted() -> None:
    (one,) = claims("Der er 40 henvendelser om Sagsbehandlingstid.")

    assert (one.verdict, one.reason) == (Verdict.TRUE_WITH, Reason.OTHER_UNIT)


def test_a_hidden_count_is_never_told() -> None:
    hiding = replace(EKSEMPELBY, quantities=quantities(hidden=((ROADS,),)), threshold=3)

    assert verdicts("Veje & Parker har haft 2 henvendelser.", knowledge=hiding) == [Verdict.HIDDEN_NUMBER]
    assert verdicts("Veje & Parker har haft 5 henvendelser.", knowledge=hiding) == [Verdict.HIDDEN_NUMBER]
    assert verdicts("Der har været 2 henvendelser på området.", "Veje & Parker", hiding) == [Verdict.HIDDEN_NUMBER]


def test_the_explanation_of_a_hidden_count_keeps_it_hidden() -> None:
    from ombud.core.prose.explaining import explanation
    from ombud.core.words import PLAIN

    hiding = replace(EKSEMPELBY, quantities=quantities(hidden=((CHILDREN,),)))
    for text in ("Børn & Familie har haft 61 henvendelser.", "Job & Ydelse er den afdeling med flest henvendelser."):
        for one in claims(text, knowledge=hiding):
            assert "60" not in explanation(one, PLAIN)


def test_a_true_count_under_the_threshold_is_small() -> None:
    strict = replace(EKSEMPELBY, threshold=3)

    assert verdicts("Veje & Parker har haft 2 henvendelser.", knowledge=strict) == [Verdict.SMALL]
    assert verdicts("Veje & Parker har haft 2 henvendelser.") == [TRUE]


def test_as_many_points_as_complaints_are_asked_about() -> None:
    counts = (
        *EKSEMPELBY.quantities,
        replace(EKSEMPELBY.quantities[4], key="points", unit="points", members=frozenset()),
    )
    (one,) = claims("Der har været 40 klageforhold.", knowledge=replace(EKSEMPELBY, quantities=counts))

    assert (one.verdict, one.reason) == (UNKNOWN, Reason.SAME_AS_UNIT)


def test_a_statement_knows_its_line_and_its_letters() -> None:
    text = "Forord.\n\nVi skriver.\nDer har været **101 henvendelser** i perioden."
    (one,) = claims(text)

    assert (one.line, text[one.start : one.end].strip("* ")) == (4, "101 henvendelser")


def test_counts_in_english() -> None:
    assert in_english("There were 100 enquiries in the period.") == [TRUE]
    assert in_english("There were 101 enquiries in the period.") == [FALSE]
    assert in_english("Children & Families had 61 enquiries.") == [FALSE]
    assert in_english("There were 14 enquiries about noise.") == [UNKNOWN]
