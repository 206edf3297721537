"""Municipalities from profiles."""

import copy
from datetime import date
from typing import Any

import pytest

from ombud.audit.models import Event
from ombud.offices.actions.profiles import ProfileRefused, load_profile, load_shipped
from ombud.offices.models import (
    Channel,
    CriticismDegree,
    Department,
    DepartmentAlias,
    EnquiryType,
    Municipality,
    ReportingPeriod,
    Succession,
    Taxonomy,
    Theme,
    ThemeGroup,
    ThemeMapping,
)
from ombud.offices.queries.mandates import criticism_scale_on, mandate_on
from ombud.offices.queries.profiles import UnknownMunicipality, profile_data, shipped_codes
from ombud.offices.queries.taxonomies import subthemes_on, taxonomy_on
from ombud.tenancy.scope import scope

pytestmark = pytest.mark.django_db


def small() -> dict[str, Any]:
    """A profile with the least that can be loaded and a little of everything."""
    return {
        "code": "0999",
        "name": "Prøvelse",
        "departments": [
            {"key": "a", "name": "Skole", "starts_on": None, "ends_on": None},
            {"key": "b", "name": "Skole og Fritid", "starts_on": "2024-01-01", "predecessors": ["a"]},
            {"key": "c", "name": "Fritidsklubben", "parent": "b", "aliases": ["Klubben"]},
        ],
        "mandates": [{"name": "Vedtægt", "supervision": True, "principle": {"key": "main_and_follow_on"}}],
        "types": [{"name": "Klage", "definitions": [{"text": "Utilfreds."}]}],
        "channels": [{"key": "open_advice", "name": "Åben rådgivning"}],
        "taxonomies": [{"name": "Juridiske temaer", "file": "taxonomy-default.json"}],
        "periods": [{"name": "2024", "starts_on": "2024-01-01", "ends_on": "2024-12-31"}],
    }


def test_three_municipalities_are_shipped() -> None:
    assert shipped_codes() == (("0165", "Albertslund"), ("0860", "Hjørring"), ("0183", "Ishøj"))


@pytest.mark.parametrize("code", ["0165", "0183", "0860"])
def test_a_shipped_municipality_has_all_that_its_profile_has(code: str) -> None:
    data = profile_data(code)
    with scope(load_shipped(code=code, by=None)):
        assert Department.objects.count() == len(data["departments"])
        assert DepartmentAlias.objects.count() == sum(len(entry["aliases"]) for entry in data["departments"])
        assert EnquiryType.objects.count() == len(data["types"])
        assert Channel.objects.count() == len(data["channels"])
        assert Taxonomy.objects.count() == len(data["taxonomies"])
        assert ReportingPeriod.objects.count() == len(data["periods"])
        assert ThemeGroup.objects.count() == len(data["theme_groups"])


def test_the_default_taxonomy_has_8_themes_and_27_subthemes(in_albertslund: Municipality) -> None:
    assert Theme.objects.filter(parent=None).count() == 8
    assert Theme.objects.filter(parent__isnull=False, parent__parent=None).count() == 27
    assert len(subthemes_on(date(2024, 5, 1))) == 8


def test_a_theme_group_is_a_share_of_its_theme(in_albertslund: Municipality) -> None:
    group = ThemeGroup.objects.get(name="Tid, opfølgning og orientering")
    assert group.base is not None
    assert group.base.name == "Forvaltningsskik"
    assert group.themes.count() == 3


def test_ishoej_has_dated_mandates_and_a_mapped_short_taxonomy(ishoej: Municipality) -> None:
    with scope(ishoej):
        before, after = mandate_on(date(2023, 5, 1)), mandate_on(date(2024, 11, 1))
        assert before is not None
        assert after is not None
        assert before.pk != after.pk
        assert before.complaint_points
        assert not after.complaint_points
        assert [degree.order for degree in criticism_scale_on(date(2023, 5, 1))] == [1, 2, 3, 4, 5, 6]
        assert taxonomy_on(date(2024, 11, 1)) != taxonomy_on(date(2023, 5, 1))
        assert ThemeMapping.objects.count() == 6


def test_hjoerring_has_no_supervision_and_no_scale() -> None:
    with scope(load_shipped(code="860", by=None)):
        mandate = mandate_on(date(2022, 7, 1))
        assert mandate is not None
        assert not mandate.supervision
        assert not CriticismDegree.objects.exists()
        assert mandate_on(date(2022, 4, 30)) is None


def test_a_code_with_and_without_its_zero_is_the_same_municipality() -> None:
    assert load_shipped(code="165", by=None) == load_shipped(code="0165", by=None)


def test_an_unknown_code_names_those_that_are_shipped() -> None:
    with pytest.raises(UnknownMunicipality, match="0165 Albertslund"):
        load_shipped(code="0001", by=None)


def test_loading_again_leaves_what_was_changed_since() -> None:
    municipality = load_profile(data=small(), by=None)
    with scope(municipality):
        Department.objects.filter(name="Skole").update(name="Skolen")
    assert load_profile(data=small(), by=None) == municipality
    with scope(municipality):
        assert Department.objects.filter(name="Skolen").exists()
    assert Event.objects.filter(action="municipality.made").count() == 1


def test_a_predecessor_ends_the_day_before_its_successor_begins() -> None:
    with scope(load_profile(data=small(), by=None)):
        assert Department.objects.get(name="Skole").ends_on == date(2023, 12, 31)
        assert Succession.objects.get().on == date(2024, 1, 1)


def test_the_channel_for_drop_in_advice_is_marked() -> None:
    with scope(load_profile(data=small(), by=None)):
        assert Channel.objects.get().is_open_advice


def broken(path: str, value: Any) -> dict[str, Any]:
    """The small profile with one field replaced; ``path`` is like departments.0.key."""
    data = copy.deepcopy(small())
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    here: Any = data
    for step in steps:
        here = here[step]
    here[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("code", "165", "code"),
        ("name", "", "name"),
        ("departments.1.parent", "x", "departments[1].parent"),
        ("departments.1.parent", "b", "departments[1].parent"),
        ("departments.1.predecessors", ["x"], "departments[1].predecessors"),
        ("departments.1.starts_on", None, "departments[1].starts_on"),
        ("departments.1.starts_on", "2024-02-30", "departments[1].starts_on"),
        ("departments.1.ends_on", "2023-01-01", "departments[1].ends_on"),
        ("departments.2.aliases", ["SKOLE"], "departments[2]"),
        ("departments.2.key", "a", "departments[2].key"),
        ("departments.0.outside", "nej", "departments[0].outside"),
        ("departments.0.nam_en", "School", "departments[0].nam_en"),
        ("departments.0.name", "x" * 121, "departments[0].name"),
        ("departments", {}, "departments"),
        ("mandates.0.principle", {"key": "other"}, "mandates[0].principle.key"),
        ("mandates.0.words", {"matter": ["sag"]}, "mandates[0].words.matter"),
        ("mandates.0.age_limit_months", True, "mandates[0].age_limit_months"),
        ("mandates.0.criticism_scale", [{"order": 1, "name": "a"}, {"order": 1, "name": "b"}],
         "mandates[0].criticism_scale[1].order"),
        ("taxonomies.0.file", "missing.json", "taxonomies[0].file"),
        ("taxonomies.0.file", "../../settings.json", "taxonomies[0].file"),
        ("theme_groups", [{"name": "x", "members": ["Findes ikke"]}], "theme_groups[0].members"),
        ("periods.0.compared_with", "2023", "periods[0].compared_with"),
        ("periods.0.ends_on", "2023-01-01", "periods[0].ends_on"),
        ("staffing", [{"starts_on": "2024-01-01", "fte": "1.0", "shares": [{"municipality": "A", "percent": 40}]}],
         "staffing[0].shares"),
        ("duration_bands", [{"most_days": 7}], "duration_bands"),
        ("takes_enquiries_from", "i maj", "takes_enquiries_from"),
    ],
)  # fmt: skip
def test_a_broken_profile_is_refused_whole_and_the_place_is_named(path: str, value: Any, place: str) -> None:
    with pytest.raises(ProfileRefused) as refused:
        load_profile(data=broken(path, value), by=None)
    assert place in {problem.place for problem in refused.value.problems}
    assert not Municipality.objects.exists()


def test_overlapping_mandates_are_refused() -> None:
    data = small()
    data["mandates"].append({**data["mandates"][0], "name": "Ny", "starts_on": "2024-01-01"})
    with pytest.raises(ProfileRefused, match=r"mandates\[1\]\.starts_on"):
        load_profile(data=data, by=None)


def test_a_profile_that_is_no_object_is_refused() -> None:
    with pytest.raises(ProfileRefused):
        load_profile(data=[], by=None)


def test_all_problems_are_told_at_once() -> None:
    data = small() | {"name": 7, "periods": [{"name": "2024"}]}
    with pytest.raises(ProfileRefused) as refused:
        load_profile(data=data, by=None)
    assert [p.place for p in refused.value.problems] == ["name", "periods[0].ends_on", "periods[0].starts_on"]
