from dataclasses import replace

import pytest

from ombud.core.prose.municipalities import MUNICIPALITIES
from ombud.core.prose.statement import Kind, Reason, Verdict
from tests.core.prose.eksempelby import EKSEMPELBY, claims, verdicts

LONG = "Borgerne fortæller om lange forløb, om svar der ikke kommer, og om møder hvor de ikke føler sig hørt. " * 2


def test_there_are_98_municipalities_with_codes_of_their_own() -> None:
    assert len(MUNICIPALITIES) == len(set(MUNICIPALITIES.values())) == 98
    assert (MUNICIPALITIES["0165"], MUNICIPALITIES["0860"]) == ("Albertslund", "Hjørring")


@pytest.mark.parametrize("text", ["som i Randers Kommune", "Randers og Aarhus Kommuner", "borgerrådgiveren i Randers"])
def test_another_municipality_is_asked_about(text: str) -> None:
    found = claims(f"Det ligner forholdene {text}.")

    assert (found[0].kind, found[0].names) == (Kind.MUNICIPALITY, ("Randers",))
    assert {one.verdict for one in found} == {Verdict.UNKNOWN}


@pytest.mark.parametrize(
    "text", ["Ishøj Kommune", "Ishøj Kommunes borgere", "Hvidovre Kommune", "Randers Hospital", "vejen i byen"]
)
def test_the_own_municipality_its_partners_and_mere_places_are_left_alone(text: str) -> None:
    assert not verdicts(f"Det handler om {text}.")


def test_a_department_by_another_name_is_asked_about() -> None:
    (one,) = claims("Børneafdelingen har svaret.")

    assert (one.kind, one.verdict, one.names) == (Kind.NAME, Verdict.UNKNOWN, ("Børn & Familie",))


@pytest.mark.parametrize("text", ["Børn og Familie", "Børn & Familie", "Børn & Families"])
def test_a_department_spelt_a_little_otherwise_is_the_same(text: str) -> None:
    assert not verdicts(f"{text} svarer hurtigt.")


def test_references_that_lead_nowhere_are_false() -> None:
    numbered = replace(
        EKSEMPELBY, numbered={"table": frozenset("12"), "figure": frozenset("1"), "section": frozenset()}
    )
    found = claims("Se tabel 2, tabel 3, figur X og afsnit 4 i vedtægten.", knowledge=numbered)

    assert [(one.text, one.reason) for one in found] == [
        ("tabel 3", Reason.LEADS_NOWHERE),
        ("figur X", Reason.UNFILLED),
    ]


def test_references_are_not_looked_at_where_others_do() -> None:
    assert not verdicts("Se tabel 3 og figur X.")


def test_a_description_of_so_few_is_small() -> None:
    strict = replace(EKSEMPELBY, threshold=3)
    (one,) = claims(LONG, "Veje & Parker", strict)

    assert (one.kind, one.verdict, one.names) == (Kind.DESCRIPTION, Verdict.SMALL, ("Veje & Parker",))
    assert not claims(LONG, "Børn & Familie", strict)
    assert not claims("For få til at fortælle mere om.", "Veje & Parker", strict)
