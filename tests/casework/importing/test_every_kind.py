"""What ships goes in through the import itself: the example registers and the published figures."""

import pytest

from ombud.appeals.models import AppealDecision, AppealRemark
from ombud.appeals.queries.register import AppealFilter, decisions, remarks
from ombud.casework.models import Enquiry, ImportRun, Source
from ombud.offices.models import Municipality
from ombud.reporting.actions.examples import NoExample, load_example
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.models import Aggregate
from ombud.tenancy.scope import scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole() -> Municipality:
    return make_municipality(code="0165", by=None)


def test_the_example_is_loaded_once_and_says_what_it_is(whole: Municipality) -> None:
    first = load_example(municipality=whole, by=None)
    again = load_example(municipality=whole, by=None)
    assert first["registrations"]["new"] == 162
    assert first["appeals"]["new"] == 64
    assert again["registrations"]["unchanged"] == 162
    assert again["appeals"]["unchanged"] == 64
    with scope(whole):
        assert Enquiry.objects.count() == 162
        assert AppealDecision.objects.count() == 64
        assert AppealRemark.objects.count() == 39
        assert {source.kind for source in Source.objects.all()} == {Source.Kind.EXAMPLE}
        assert all("tilfældigt" in source.caveat for source in Source.objects.all())
        assert set(ImportRun.objects.values_list("state", flat=True)) == {ImportRun.State.DONE}


@pytest.mark.parametrize(("outcome", "count"), [("without_remarks", 29), ("with_remarks", 31), ("rejected", 4)])
def test_the_decisions_behind_a_number_are_found(whole: Municipality, outcome: str, count: int) -> None:
    load_example(municipality=whole, by=None)
    with scope(whole):
        assert decisions(AppealFilter(outcome=outcome)).count() == count


def test_the_remarks_behind_a_number_are_found(whole: Municipality) -> None:
    load_example(municipality=whole, by=None)
    with scope(whole):
        by_theme = {theme: remarks(AppealFilter(remark=str(theme))).count() for theme in _themes()}
        assert sorted(by_theme.values()) == [5, 17, 17]
        assert remarks(AppealFilter()).count() == 39


def _themes() -> set[int]:
    return set(AppealRemark.objects.values_list("theme_id", flat=True))


@pytest.mark.parametrize("code", ["0183", "0860"])
def test_the_published_figures_are_there_when_a_municipality_is_made(code: str) -> None:
    municipality = make_municipality(code=code, by=None)
    with scope(municipality):
        assert Aggregate.objects.filter(dimension="I alt").exists()
        assert not Aggregate.objects.filter(source="").exists()


def test_a_municipality_without_an_example_says_so() -> None:
    municipality = make_municipality(code="0860", by=None)
    with pytest.raises(NoExample):
        load_example(municipality=municipality, by=None)
