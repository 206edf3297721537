import pytest

from ombud.core.prose.statement import Verdict
from tests.core.prose.eksempelby import claims, in_english, verdicts

TRUE, FALSE, UNKNOWN, WITH = Verdict.TRUE, Verdict.FALSE, Verdict.UNKNOWN, Verdict.TRUE_WITH


@pytest.mark.parametrize(
    "text",
    [
        "Børn & Familie er den afdeling, der har flest henvendelser.",
        "Der er flest henvendelser i Børn & Familie og Job & Ydelse.",
        "Børn & Familie fylder fortsat mest.",
        "Job & Ydelse er den næststørste afdeling.",
        "Veje & Parker har færrest henvendelser.",
        "Ligesom tidligere år har Børn & Familie flest henvendelser.",
    ],
)
def test_true_rankings(text: str) -> None:
    assert verdicts(text) == [TRUE]


@pytest.mark.parametrize(
    ("text", "larger"),
    [
        ("Job & Ydelse er den afdeling, der har flest henvendelser.", "Børn & Familie"),
        ("Der er flest henvendelser i Børn & Familie og Veje & Parker.", "Job & Ydelse"),
        ("Venlig tone er det enkeltstående tema, der fylder mest.", "Sagsbehandlingstid"),
        ("Job & Ydelse har færrest henvendelser.", "Veje & Parker"),
    ],
)
def test_false_rankings_name_what_is_forgotten(text: str, larger: str) -> None:
    (one,) = claims(text)

    assert (one.verdict, one.names) == (FALSE, (larger,))


def test_the_largest_but_for_what_fits_nowhere_else_is_true_with_that_said() -> None:
    (one,) = claims("Sagsbehandlingstid er det enkeltstående tema, der fylder mest.")

    assert (one.verdict, one.names, one.found, one.expected) == (WITH, ("Andet",), 40, 50)


@pytest.mark.parametrize("text", ["Det er de samme afdelinger, der fylder mest.", "Flest mulige skal kunne få hjælp."])
def test_a_ranking_of_nothing_named_is_left_alone(text: str) -> None:
    assert not verdicts(text)


def test_a_ranking_of_another_time_is_asked_about() -> None:
    assert verdicts("Sidste år var Sagsbehandlingstid det tema, der fyldte mest.") in ([UNKNOWN], [])


def test_rankings_in_english() -> None:
    assert in_english("Children & Families had the most enquiries.") == [TRUE]
    assert in_english("Jobs & Benefits had the most enquiries.") == [FALSE]
