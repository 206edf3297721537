"""The office's decision on small counts (R138): what holds for whom, and what must be said to print them."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.models import Event
from ombud.core.disclosure.forced import Forced, forced
from ombud.core.disclosure.policy import Policy, Protection
from ombud.offices.actions.profiles import ProfileRefused, load_profile
from ombud.offices.actions.small_counts import decide, drop
from ombud.offices.models import Municipality, SmallCountRule
from ombud.offices.queries.municipalities import current_municipality
from ombud.offices.queries.own_profile import as_profile
from ombud.offices.queries.small_counts import policy_for
from ombud.tenancy.scope import scope

pytestmark = pytest.mark.django_db

PROTECT: dict[str, Any] = {"rule": "protect", "threshold": 5, "zeros_shown": False, "protection": "P1"}


def test_a_new_municipality_hides_counts_under_three() -> None:
    made = load_profile(data={"code": "0999", "name": "Prøvekøbing"}, by=None)
    with scope(made):
        found = policy_for("public", "matters")
        assert (found.protects, found.is_decided, found.policy) == (True, True, Policy(3))
        assert found.policy.protection is Protection.P2


def test_an_office_that_prints_its_ones_keeps_doing_so_and_protects_what_is_not_its_report(
    in_albertslund: Municipality,
) -> None:
    assert not policy_for("public", "matters").protects
    assert policy_for("public").note.startswith("Kontoret har besluttet")
    assert policy_for("council", "matters").protects
    assert policy_for("desk").policy == Policy(3)


def test_undecided_is_protected_and_says_that_nobody_decided(ishoej: Municipality) -> None:
    with scope(ishoej):
        found = policy_for("public", "matters")
        assert (found.protects, found.is_decided) == (True, False)


def test_the_rule_of_a_kind_goes_before_that_of_every_kind(in_albertslund: Municipality) -> None:
    decide(audience="public", kind="", values=PROTECT, by=None)
    decide(audience="public", kind="appeal_decisions", values={**PROTECT, "threshold": 4}, by=None)
    assert policy_for("public", "matters").policy == Policy(5, zeros_shown=False, protection=Protection.P1)
    assert policy_for("public", "appeal_decisions").policy.threshold == 4
    assert policy_for("council", "appeal_decisions").policy.threshold == 4
    assert policy_for("desk", "matters").policy.threshold == 5


def test_the_rule_for_the_public_is_the_municipalitys_own(in_albertslund: Municipality) -> None:
    decide(audience="public", kind="", values=PROTECT, by=None)
    assert current_municipality().disclosure == "protect"
    told = {"rule": "as_published", "note": "Alle tal vises.", "decided_by": "Byrådet", "decided_on": date(2026, 3, 2)}
    decide(audience="public", kind="", values=told, by=None)
    changed = current_municipality()
    assert (changed.disclosure, changed.disclosure_note, changed.disclosure_decided_by) == (
        "as_published", "Alle tal vises.", "Byrådet",
    )  # fmt: skip
    assert SmallCountRule.objects.count() == 1
    decide(audience="council", kind="", values=PROTECT, by=None)
    assert current_municipality().disclosure == "as_published"


def test_who_prints_small_counts_says_who_decided_and_when(in_albertslund: Municipality) -> None:
    with pytest.raises(ValidationError) as refused:
        decide(audience="council", kind="", values={"rule": "as_published"}, by=None)
    assert set(refused.value.message_dict) == {"decided_by", "decided_on"}
    assert not SmallCountRule.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("threshold", 1), ("threshold", 51), ("protection", "P3"), ("rule", "no")]
)
def test_a_rule_that_protects_nobody_is_refused(in_albertslund: Municipality, field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        decide(audience="public", kind="", values={**PROTECT, field: value}, by=None)
    assert set(refused.value.message_dict) == {field}
    assert current_municipality().disclosure == "as_published"


def test_forced_numbers_are_totals_of_something_known(in_albertslund: Municipality) -> None:
    lines = ["Afdeling", "tema: Forvaltningsskik"]
    decide(audience="public", kind="", values={**PROTECT, "forced": lines}, by=None)
    assert policy_for().forced == (Forced("department"), Forced("theme", "Forvaltningsskik"))
    with pytest.raises(ValidationError, match="Giraf"):
        decide(audience="public", kind="", values={**PROTECT, "forced": ["Giraf"]}, by=None)
    with pytest.raises(ValueError, match="Giraf"):
        forced("Giraf: Melman")


def test_a_rule_is_taken_away_but_not_the_one_that_the_others_rest_on(in_albertslund: Municipality) -> None:
    own = decide(audience="public", kind="", values=PROTECT, by=None)
    special = decide(audience="public", kind="matter_tags", values={**PROTECT, "threshold": 9}, by=None)
    drop(rule=special, by=None)
    assert policy_for("public", "matter_tags").policy.threshold == 5
    with pytest.raises(ValidationError):
        drop(rule=own, by=None)


def test_the_log_has_a_line_for_every_decision(in_albertslund: Municipality) -> None:
    rule = decide(audience="desk", kind="", values=PROTECT, by=None)
    decide(audience="desk", kind="", values={**PROTECT, "threshold": 6}, by=None)
    drop(rule=rule, by=None)
    actions = list(
        Event.objects.filter(action__startswith="smallcountrule").order_by("pk").values_list("action", flat=True)
    )
    assert actions == ["smallcountrule.added", "smallcountrule.changed", "smallcountrule.removed"]


def test_an_unknown_audience_is_a_mistake(in_albertslund: Municipality) -> None:
    with pytest.raises(ValueError, match="giraffes"):
        policy_for("giraffes")


def test_the_decision_goes_along_in_the_profile(in_albertslund: Municipality) -> None:
    values = {**PROTECT, "treatment": "round3", "forced": ["afdeling"], "annex": True, "note": "Aftalt."}
    decide(audience="public", kind="", values=values, by=None)
    decide(audience="desk", kind="matters", values={**PROTECT, "threshold": 7}, by=None)
    data, here = as_profile(), (policy_for(), policy_for("desk", "matters"))
    with scope(load_profile(data=data | {"code": "0999"}, by=None)):
        assert (policy_for(), policy_for("desk", "matters")) == here
        assert current_municipality().disclosure == "protect"


def test_a_profile_with_two_rules_for_the_same_or_unknown_totals_is_refused() -> None:
    rule = {"audience": "public", "rule": "protect", "forced": ["giraf"]}
    data = {"code": "0999", "name": "Prøvekøbing", "disclosure": {"policy": "protect", "rules": [rule, rule]}}
    with pytest.raises(ProfileRefused) as refused:
        load_profile(data=data, by=None)
    assert [problem.place for problem in refused.value.problems] == [
        "disclosure.rules[0].forced", "disclosure.rules[1]", "disclosure.rules[1].forced",
    ]  # fmt: skip
    assert not Municipality.objects.filter(code="0999").exists()
