"""Departments change; what was registered on them does not."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.record import history
from ombud.casework.models import Enquiry
from ombud.offices.actions import departments, entries
from ombud.offices.models import Department, DepartmentAlias, Municipality, Succession
from ombud.offices.queries.departments import as_tree, departments_on, resolve_name, tops_in_period
from ombud.tenancy.scope import scope
from tests.offices.conftest import Figures

JULY = date(2024, 7, 1)


def named(name: str) -> Department:
    return Department.objects.get(name=name)


def test_a_new_name_leaves_the_old_one_as_an_alias(figures: Callable[[], Figures]) -> None:
    before = figures()
    entries.change(row=named("Miljø & Teknik"), values={"name": "Klima & Teknik"}, by=None)
    assert figures() == before
    assert resolve_name("miljø &  teknik") == named("Klima & Teknik")
    assert resolve_name("Miljø og Teknik") == named("Klima & Teknik")
    assert history(named("Klima & Teknik")).get().changes["name"] == ["Miljø & Teknik", "Klima & Teknik"]


def test_a_name_given_back_is_no_alias_any_more(in_albertslund: Municipality) -> None:
    row = named("Miljø & Teknik")
    entries.change(row=row, values={"name": "Klima & Teknik"}, by=None)
    entries.change(row=row, values={"name": "Miljø & Teknik"}, by=None)
    names = set(row.aliases.values_list("name", flat=True))
    assert "Miljø & Teknik" not in names
    assert "Klima & Teknik" in names


def test_merged_departments_keep_their_old_matters(figures: Callable[[], Figures]) -> None:
    before = figures()
    old = [named("Børn & Familie"), named("Dagtilbud & Skole")]
    made = departments.merge(departments=old, name="Børn & Skole", on=JULY, by=None)
    assert figures() == before
    assert {row.ends_on for row in Department.objects.filter(pk__in=[d.pk for d in old])} == {date(2024, 6, 30)}
    assert named("Familieafsnittet").ends_on == date(2024, 6, 30)
    assert made.starts_on == JULY
    assert made.appeal_copies
    assert Succession.objects.filter(successor=made, on=JULY).count() == 2
    assert resolve_name("Dagtilbud & Skole", on=date(2024, 8, 1)) == made
    assert resolve_name("Dagtilbud & Skole", on=date(2024, 6, 1)) == old[1]
    assert made in tops_in_period(JULY, date(2024, 12, 31))
    assert old[0] not in tops_in_period(JULY, date(2024, 12, 31))
    assert old[0] in tops_in_period(date(2024, 4, 1), date(2025, 3, 31))


def test_a_department_can_go_into_another(figures: Callable[[], Figures]) -> None:
    before = figures()
    target = named("Miljø & Teknik")
    departments.merge(departments=[named("Kultur, Fritid & Ejendomme")], into=target, on=JULY, by=None)
    assert figures() == before
    assert Department.objects.get(pk=target.pk).ends_on is None


def test_a_merger_before_the_last_registration_is_refused_and_changes_nothing(figures: Callable[[], Figures]) -> None:
    rows = [named("Børn & Familie"), named("Miljø & Teknik")]
    with pytest.raises(ValidationError, match=r"Miljø & Teknik.*20"):
        departments.merge(departments=rows, name="Ny", on=date(2024, 6, 1), by=None)
    assert not Department.objects.filter(name="Ny").exists()
    assert not Succession.objects.exists()
    assert named("Børn & Familie").ends_on is None


def test_one_department_is_no_merger(in_albertslund: Municipality) -> None:
    with pytest.raises(ValidationError):
        departments.merge(departments=[named("Miljø & Teknik")], name="Ny", on=JULY, by=None)


def test_a_department_is_split_from_a_day_on(figures: Callable[[], Figures]) -> None:
    before = figures()
    made = departments.split(department=named("Miljø & Teknik"), names=["Miljø", "Teknik"], on=JULY, by=None)
    assert figures() == before
    assert [row.name for row in made] == ["Miljø", "Teknik"]
    assert resolve_name("Miljø & Teknik", on=JULY) == named("Miljø & Teknik"), "two successors: nobody can tell"


def test_a_unit_with_matters_gets_a_successor_in_the_new_place(figures: Callable[[], Figures]) -> None:
    before = figures()
    unit = named("Familieafsnittet")
    moved = departments.move(unit=unit, parent=named("Dagtilbud & Skole"), on=JULY, by=None)
    assert figures() == before
    assert moved.pk != unit.pk
    assert moved.name == "Familieafsnittet"
    assert moved.top.name == "Dagtilbud & Skole"
    assert Department.objects.get(pk=unit.pk).top.name == "Børn & Familie"


def test_a_unit_without_matters_is_simply_moved(in_albertslund: Municipality) -> None:
    unit = named("Familieafsnittet")
    assert departments.move(unit=unit, parent=named("Dagtilbud & Skole"), on=JULY, by=None).pk == unit.pk
    assert named("Familieafsnittet").top.name == "Dagtilbud & Skole"


@pytest.mark.parametrize(
    ("name", "values", "field"),
    [
        ("Familieafsnittet", {"parent": None}, "parent"),
        ("Børn & Familie", {"outside": True}, "outside"),
        ("Børn & Familie", {"ends_on": date(2024, 4, 5)}, "ends_on"),
        ("Børn & Familie", {"starts_on": date(2024, 4, 5)}, "starts_on"),
        ("Børn & Familie", {"name": "Miljø & Teknik"}, "name"),
        ("Børn & Familie", {"name": ""}, "name"),
    ],
)
def test_what_would_move_an_old_figure_is_refused(
    figures: Callable[[], Figures], name: str, values: dict[str, object], field: str
) -> None:
    before = figures()
    with pytest.raises(ValidationError) as refused:
        entries.change(row=named(name), values=values, by=None)
    assert field in refused.value.message_dict
    assert figures() == before


def test_a_department_may_end_on_the_day_of_its_last_registration(registered: list[Enquiry]) -> None:
    entries.change(row=named("Miljø & Teknik"), values={"ends_on": date(2024, 6, 20)}, by=None)
    assert named("Miljø & Teknik").ends_on == date(2024, 6, 20)


def test_a_department_is_not_placed_below_itself(in_albertslund: Municipality) -> None:
    with pytest.raises(ValidationError, match="parent"):
        entries.change(row=named("Børn & Familie"), values={"parent": named("Familieafsnittet")}, by=None)


def test_only_what_nothing_rests_on_is_removed(registered: list[Enquiry]) -> None:
    for name in ("Miljø & Teknik", "Børn & Familie"):
        with pytest.raises(ValidationError):
            entries.remove(row=named(name), by=None)
    entries.remove(row=named("Forsyningen"), by=None)
    assert not Department.objects.filter(name="Forsyningen").exists()


def test_an_alias_that_means_another_department_is_refused(in_albertslund: Municipality) -> None:
    row = named("Miljø & Teknik")
    with pytest.raises(ValidationError, match="Børn"):
        departments.set_aliases(department=row, names=["børn og familie"], by=None)
    departments.set_aliases(department=row, names=["Teknik", " Teknik ", ""], by=None)
    assert list(DepartmentAlias.objects.filter(department=row).values_list("name", flat=True)) == ["Teknik"]


def test_a_department_of_another_municipality_is_no_parent(in_albertslund: Municipality, ishoej: Municipality) -> None:
    with scope(ishoej):
        foreign = Department.objects.first()
    with pytest.raises(ValidationError, match="parent"):
        entries.change(row=named("Miljø & Teknik"), values={"parent": foreign}, by=None)


def test_the_tree_has_units_under_their_department(in_albertslund: Municipality) -> None:
    tree = [(row.name, depth) for row, depth in as_tree(departments_on(JULY))]
    assert tree.index(("Familieafsnittet", 1)) == tree.index(("Børn & Familie", 0)) + 1
