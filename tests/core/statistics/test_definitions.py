import copy

import pytest

from ombud.core.statistics.definitions import DefinitionError, text_in
from ombud.core.statistics.parse_definitions import parse_definitions
from ombud.core.words import PLAIN

GOOD = {
    "tables": [{"name": "themes", "caption": {"da": "Temaer", "en": "Themes"}, "rows": ["theme"]}],
    "figures": [{"name": "themes", "caption": "Temaer", "table": "themes"}],
}


def changed(**fields):
    data = copy.deepcopy(GOOD)
    data["tables"][0].update(fields)
    return data


def problems(data):
    with pytest.raises(DefinitionError) as error:
        parse_definitions(data, PLAIN)
    return error.value.problems


def test_what_is_left_out_has_the_usual_value():
    definitions = parse_definitions(GOOD, PLAIN)
    table = definitions.table("themes")
    assert (table.kind, table.unit, table.measures, table.order, table.zero_rows) == (
        "matters",
        "matters",
        ("count",),
        "as listed",
        "all",
    )
    assert definitions.figure("themes").chart == "bar"
    assert definitions.figure("themes").caption == {"da": "Temaer"}


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"name": ""}, "name", "must be a text"),
        ({"caption": {}}, "caption", "each language"),
        ({"caption": {"da": 3}}, "caption", "each language"),
        ({"kind": "cases"}, "kind", '"cases" is not one of matters'),
        ({"unit": "decisions"}, "unit", "does not fit the kind"),
        ({"rows": []}, "rows", "must be one dimension"),
        ({"rows": "theme"}, "rows", "must be a list of texts"),
        ({"rows": ["a", "b", "c"]}, "rows", "must be one dimension"),
        ({"rows": ["a", "a"]}, "rows", "twice"),
        ({"columns": "theme"}, "columns", "same dimension as the rows"),
        ({"columns": ["sum"]}, "columns", '"sum" is not one of count'),
        ({"columns": []}, "columns", "at least one measure"),
        ({"rows": ["period"], "columns": ["count"]}, "columns", "is not one of matters"),
        ({"rows": ["a", "b"], "columns": ["previous"]}, "columns", "one dimension of rows only"),
        ({"where": ["main"]}, "where", "list of members"),
        ({"where": {"role": "main"}}, "where", "list of members"),
        ({"exclude": [{}]}, "where", "what is left out"),
        ({"exclude": {}}, "exclude", "must be a list"),
        ({"order": "by name"}, "order", '"by name" is not one of'),
        ({"top": -1}, "top", "whole number from 0"),
        ({"top": True}, "top", "whole number from 0"),
        ({"total_column": 1}, "total_column", "true or false"),
        ({"groups": [{"name": {"da": "G"}, "members": []}]}, "members", "at least one member"),
        ({"groups": [{"name": "G", "members": ["a"]}, {"name": "H", "members": ["a"]}]}, "groups", "in common"),
        ({"column_labels": {"main": 3}}, "main", "each language"),
        ({"colums": "role"}, "colums", "is not known"),
    ],
)
def test_a_fault_names_the_table_and_the_field(fields, field, message):
    found = problems(changed(**fields))
    assert any(f'field "{field}"' in one and message in one for one in found), found
    assert all(one.startswith("The definitions, tables[1]") for one in found if "figures" not in one)


def test_all_faults_are_listed_at_once():
    assert len(problems(changed(kind="cases", top=-1, order="x"))) == 3


def test_names_are_used_once_and_figures_have_a_table():
    data = copy.deepcopy(GOOD)
    data["tables"] *= 2
    data["figures"][0]["table"] = "channels"
    assert [one.split(": ", 1)[1] for one in problems(data)] == [
        'the name "themes" is used twice.',
        'the table "channels" does not exist.',
    ]


@pytest.mark.parametrize("data", [[], {"tables": 3}, {"tables": [3]}, {"pictures": []}])
def test_what_is_not_definitions_is_refused(data):
    assert problems(data)


def test_texts_are_chosen_by_language():
    texts = {"da": "Tema", "en": "Theme"}
    assert [text_in(texts, language) for language in ("da", "da-dk", "en", "en-gb")] == [
        "Tema",
        "Tema",
        "Theme",
        "Theme",
    ]
    assert text_in({"da": "Tema"}, "en") == "Tema"
    assert text_in({}, "en") == ""
