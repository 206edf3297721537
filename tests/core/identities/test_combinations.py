"""Traits that together point at one person, and a department that can be left out."""

import pytest

from ombud.core.identities.combinations import (
    Pointing,
    Selection,
    Trait,
    combinations,
    departments_in,
    sentence,
)
from ombud.core.words import PLAIN

DEPARTMENTS = ("Børn & Familie", "Borgerservice", "Jobcentret", "Social")


def count(selection: Selection) -> int | None:
    few = {("Borgerservice", frozenset({3})): 2, ("Social", frozenset()): 1}
    return few.get((selection.department, selection.months), 40)


def found(text: str) -> list[Pointing]:
    return combinations("cases", text, DEPARTMENTS, count, 3)


def case(text: str) -> str:
    return f"Indledning.\n\n::: case En borger bad om hjælp\n{text}\n:::\n"


def test_a_department_with_few_enquiries_in_the_month_told_stops_publication() -> None:
    (one,) = found(case("En 42-årig mor til tre kom i marts hos Borgerservice."))
    assert one.stops
    assert (one.section, one.line, one.departments) == ("cases", 3, ("Borgerservice",))
    assert set(one.traits) == {Trait.AGE, Trait.TIME, Trait.FAMILY}
    assert "Borgerservice" in sentence(one, PLAIN)
    assert "age" in sentence(one, PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        "En 42-årig mor til tre kom i april hos Borgerservice.",
        "En mand med sklerose kom i marts.",
        "En ukrainsk borger med ADHD.",
    ],
)
def test_a_case_that_tells_several_traits_is_asked_about(text: str) -> None:
    (one,) = found(case(text))
    assert not one.stops
    assert len(one.traits) >= 2


@pytest.mark.parametrize(
    "text",
    [
        case("En borger klagede over svartiden hos Borgerservice."),
        case("Borgeren X kom i marts hos Borgerservice."),
        "I marts havde Borgerservice flere henvendelser end i april.",
        "En 42-årig mor fik hjælp hos Jobcentret.",
        "Mennesker med demens og deres pårørende henvendte sig.",
        case("Vi havde den sociale ordning i tankerne for en ældre borger."),
    ],
)
def test_what_points_at_nobody_is_passed_over(text: str) -> None:
    assert found(text) == []


def test_a_paragraph_that_points_at_few_is_asked_about() -> None:
    (one,) = found("Hos afdelingen Social klagede en 19-årig med epilepsi.")
    assert one.few
    assert not one.stops
    assert found("Hos afdelingen Social klagede en 19-årig.") == []


def test_departments_are_found_with_endings_and_told_by_their_name() -> None:
    text = "Hos borgerservice og Børn og Familie: Jobcentrets svar. Børn & Familie. Social ulighed. Borgerservice"
    named = [name for _start, _end, name in departments_in(text, DEPARTMENTS)]
    assert named == ["Jobcentret", "Børn & Familie", "Borgerservice"]
