"""Definitions change only into something that can be made."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from ombud.offices.models import Municipality
from ombud.reporting.actions.definitions import (
    add_definition,
    change_definition,
    remove_definition,
    reset_definition,
)
from ombud.reporting.models import Definition
from ombud.reporting.statistics import statistics_for
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering


@pytest.fixture
def themes(office: Municipality) -> Definition:
    return Definition.objects.get(kind="table", name="themes")


def test_a_changed_definition_changes_the_table(themes: Definition, enquiry: Registering) -> None:
    enquiry()
    change_definition(definition=themes, spec=themes.spec | {"zero_rows": "counted only"}, by=None)
    assert [row.label for row in statistics_for(FIRST, LAST, WORDS).tables["themes"].rows] == ["Forvaltningsskik"]


@pytest.mark.parametrize(
    "change",
    [
        {"rows": ["hometown"]},
        {"rows": []},
        {"name": "other"},
        {"columns": ["colour"]},
        {"unit": "decisions"},
        {"misspelt": 1},
        {"where": {"shoe": ["41"]}},
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_changes(themes: Definition, change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        change_definition(definition=themes, spec=themes.spec | change, by=None)
    assert Definition.objects.get(pk=themes.pk).spec["rows"] == ["theme"]


def test_a_figure_of_a_column_that_does_not_exist_is_refused(office: Municipality) -> None:
    figure = Definition.objects.get(kind="figure", name="themes")
    with pytest.raises(ValidationError):
        change_definition(definition=figure, spec=figure.spec | {"columns": ["height"]}, by=None)


def test_a_table_that_a_figure_draws_cannot_be_removed(themes: Definition) -> None:
    with pytest.raises(ValidationError):
        remove_definition(definition=themes, by=None)
    assert Definition.objects.filter(pk=themes.pk).exists()


def test_a_table_is_added_and_removed(office: Municipality) -> None:
    spec = {"name": "reminders", "caption": {"da": "Sager"}, "rows": ["role"], "columns": ["count"]}
    added = add_definition(kind="table", spec=spec, by=None)
    assert "reminders" in statistics_for(FIRST, LAST, WORDS).tables
    with pytest.raises(ValidationError):
        add_definition(kind="table", spec=spec, by=None)
    remove_definition(definition=added, by=None)
    assert "reminders" not in statistics_for(FIRST, LAST, WORDS).tables


def test_a_definition_is_set_back_to_the_shipped_one(themes: Definition) -> None:
    before = themes.spec
    change_definition(definition=themes, spec=before | {"top": 3}, by=None)
    assert reset_definition(definition=themes, by=None).spec == before


def test_the_published_order_of_the_appeal_tables_comes_from_the_profile(office: Municipality) -> None:
    rows = statistics_for(FIRST, LAST, WORDS).tables["appeals-by-outcome"].rows
    assert [row.label for row in rows] == [
        "Børn & Familie",
        "Borger, Arbejdsmarked & Erhverv",
        "Ældre, Sundhed & Social",
        "Dagtilbud & Skole",
    ]
