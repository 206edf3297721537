import pytest

from benchmarks.prose import DANISH
from ombud.core.prose.explaining import explanation
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict
from ombud.core.words import PLAIN
from tests.core.prose.eksempelby import claims


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_a_sentence(kind: Kind, reason: Reason) -> None:
    for verdict in Verdict:
        made = Statement("s", 1, 0, 4, "text", kind, verdict, reason, 1, 2, ("Børn & Familie",), (), "sager")
        assert explanation(made, PLAIN).strip().endswith((".", "?"))


def test_both_numbers_are_told_as_the_language_writes_them() -> None:
    (one,) = claims("70 % af henvendelserne er om Børn & Familie.")

    assert explanation(one, DANISH) == "“70 %”: the counts give 60,0\u00a0%."


def test_what_is_left_out_is_named() -> None:
    (one,) = claims("Sagsbehandlingstid er det enkeltstående tema, der fylder mest.")

    assert "only without Andet (50 against 40)" in explanation(one, PLAIN)
