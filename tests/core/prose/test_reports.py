"""The five reports' own statements: true ones pass, every fault is found (I1, I3, I4, I6, I12, I13, I15)."""

import pytest

from benchmarks.prose import Claim, claims, found_in, known, on_the_clause, outcome
from ombud.core.prose.statement import Verdict

CLAIMS = claims()


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"{claim.report}: {claim.clause}")
def test_no_statement_of_the_reports_is_called_false_but_the_faults(claim: Claim) -> None:
    verdicts = {one.verdict for one in on_the_clause(claim, found_in(claim, known(claim.report)))}

    assert Verdict.FALSE not in verdicts or claim.fault


@pytest.mark.parametrize(
    "claim", [one for one in CLAIMS if one.fault], ids=lambda claim: f"{claim.fault} {claim.clause}"
)
def test_every_fault_of_the_reports_is_found(claim: Claim) -> None:
    found = on_the_clause(claim, found_in(claim, known(claim.report)))

    assert {one.verdict for one in found} & {Verdict.FALSE, Verdict.UNKNOWN, Verdict.TRUE_WITH}


def test_true_statements_are_recognised() -> None:
    true = [claim for claim in CLAIMS if claim.truth == "true"]
    recognised = [claim for claim in true if outcome(claim, found_in(claim, known(claim.report))) == "recognised"]

    assert len(recognised) >= len(true) - 2


def test_what_is_no_claim_about_counts_is_left_alone() -> None:
    for claim in CLAIMS:
        if claim.truth == "none":
            assert not on_the_clause(claim, found_in(claim, known(claim.report))), claim.clause
