"""The page on which the office decides about small counts (R138)."""

import pytest
from django.test import Client
from django.urls import reverse

from ombud.offices.models import Municipality, SmallCountRule
from ombud.offices.queries.small_counts import policy_for
from ombud.tenancy.scope import scope

TYPED = {
    "rule": "protect", "threshold": "5", "zeros_shown": "on", "protection": "P2", "treatment": "hide",
    "forced": "afdeling",
    "note": "Aftalt med direktionen.", "decided_by": "Borgerrådgiveren", "decided_on": "2-3-2026",
}  # fmt: skip


def address(query: str = "", code: str = "0165") -> str:
    return reverse("office-small-counts", args=[code]) + query


def test_the_page_warns_of_ones_and_twos_and_says_why_three(desk: Client) -> None:
    page = desk.get(address()).content.decode()
    assert "alert-warning" in page
    assert 'value="as_published" checked' in page
    assert "alert-warning" not in desk.get(address("?audience=council")).content.decode()


def test_a_decision_is_written_and_told(desk: Client, albertslund: Municipality) -> None:
    response = desk.post(address(), TYPED, follow=True)
    assert response.redirect_chain[0][0] == address()
    assert "alert-warning" not in response.content.decode()
    with scope(albertslund):
        assert policy_for().policy.threshold == 5
        assert policy_for().protects
    albertslund.refresh_from_db()
    assert (albertslund.disclosure, albertslund.disclosure_note) == ("protect", "Aftalt med direktionen.")


def test_a_rule_for_some_tables_is_listed_and_taken_away(desk: Client, albertslund: Municipality) -> None:
    special = address("?audience=desk&kind=appeal_decisions")
    desk.post(special, {**TYPED, "threshold": "8"})
    page = desk.get(special).content.decode()
    assert 'name="drop"' in page
    assert 'value="8"' in page
    desk.post(special, {"drop": "yes"})
    with scope(albertslund):
        assert not SmallCountRule.objects.exists()


def test_the_rule_that_the_others_rest_on_is_not_taken_away(desk: Client, albertslund: Municipality) -> None:
    desk.post(address(), TYPED)
    assert 'name="drop"' not in desk.get(address()).content.decode()
    desk.post(address(), {"drop": "yes"})
    with scope(albertslund):
        assert SmallCountRule.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("threshold", "1"), ("forced", "giraf"), ("decided_on", "i går"), ("rule", "")],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(
    desk: Client, albertslund: Municipality, field: str, value: str
) -> None:
    response = desk.post(address(), {**TYPED, field: value})
    assert field in response.context["form"].errors
    assert "Aftalt med direktionen." in response.content.decode()
    with scope(albertslund):
        assert not SmallCountRule.objects.exists()


def test_who_prints_small_counts_says_who_decided(desk: Client, albertslund: Municipality) -> None:
    response = desk.post(
        address("?audience=desk"), {**TYPED, "rule": "as_published", "decided_by": "", "decided_on": ""}
    )
    assert {"decided_by", "decided_on"} <= set(response.context["form"].errors)


@pytest.mark.parametrize("query", ["?audience=giraffes", "?kind=giraffes"])
def test_a_rule_for_nobody_is_not_found(desk: Client, query: str) -> None:
    assert desk.get(address(query)).status_code == 404


def test_a_foreign_municipality_is_not_found(desk: Client, ishoej: Municipality) -> None:
    assert desk.get(address(code="0183")).status_code == 404
    assert desk.post(address(code="0183"), TYPED).status_code == 404


def test_only_the_published_report_can_have_an_annex(desk: Client) -> None:
    assert 'name="annex"' in desk.get(address()).content.decode()
    assert 'name="annex"' not in desk.get(address("?audience=council")).content.decode()
