"""The shipped profiles hold together: every reference leads somewhere, and published figures are as published."""

import csv
import itertools
import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

PROFILES = Path(__file__).parents[2] / "ombud" / "offices" / "profiles"
MUNICIPALITIES = sorted(PROFILES.glob("[0-9]*.json"))
TAXONOMIES = sorted(PROFILES.glob("taxonomy-*.json"))
AGGREGATES = sorted((PROFILES / "aggregates").glob("*.csv"))
TABLES = {
    "departments-by-role", "subthemes-by-department", "appeals-by-outcome", "appeal-remarks-by-theme", "themes",
    "departments", "types", "channels", "months", "durations", "years", "ranking-of-subthemes",
    "departments-now-and-before",
}  # fmt: skip
FIGURES = {
    "departments", "departments-over-years", "themes", "subthemes-of-one-theme", "types", "channels", "months",
    "durations",
}  # fmt: skip
NUMBERS = {"enquiries", "matters"}
INSERTION = re.compile(r"\{(\w+): ([^}]+)\}")
Json = dict[str, Any]


def load(path: Path) -> Json:
    return json.loads(path.read_text(encoding="utf-8"))


def subthemes(taxonomy: Json) -> list[str]:
    return [subtheme["name"] for theme in taxonomy["themes"] for subtheme in theme["subthemes"]]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def duplicates(names: list[str]) -> list[str]:
    return [name for name, times in Counter(name.casefold() for name in names).items() if times > 1]


def inserted(text: str, *words: str) -> list[str]:
    return [name for word, name in INSERTION.findall(text) if word in words]


each_profile = pytest.mark.parametrize("profile", [load(path) for path in MUNICIPALITIES], ids=lambda p: p["code"])
each_taxonomy = pytest.mark.parametrize("taxonomy", [load(path) for path in TAXONOMIES], ids=lambda t: t["name"])
each_aggregate = pytest.mark.parametrize("path", AGGREGATES, ids=lambda path: path.stem)


def test_three_municipalities_and_two_taxonomies_are_shipped() -> None:
    assert [path.stem for path in MUNICIPALITIES] == ["0165-albertslund", "0183-ishoej", "0860-hjoerring"]
    assert [path.stem for path in TAXONOMIES] == ["taxonomy-default", "taxonomy-short"]


@each_profile
def test_profiles_have_the_same_fields(profile: Json) -> None:
    first = load(MUNICIPALITIES[0])
    assert list(profile) == list(first)
    for part in ("departments", "mandates", "types", "channels", "taxonomies", "periods", "appeal_bodies"):
        assert {tuple(entry) for entry in profile[part]} == {tuple(first[part][0])}, part


@each_profile
@pytest.mark.parametrize("part", ["departments", "types", "channels"])
def test_a_name_or_alias_stands_for_one_thing(profile: Json, part: str) -> None:
    names = [name for entry in profile[part] for name in [entry["name"], *entry["aliases"]]]
    assert duplicates(names) == []
    assert duplicates([entry["key"] for entry in profile[part]]) == []


@each_profile
def test_departments_refer_to_departments(profile: Json) -> None:
    keys = {department["key"] for department in profile["departments"]}
    for department in profile["departments"]:
        assert department["parent"] is None or department["parent"] in keys - {department["key"]}
        assert set(department["predecessors"]) <= keys
        assert bool(department["note"]) == bool(department["note_en"])
        assert department["note"] or not department["outside"], "an outside body has a printed note"
    assert all(set(group["departments"]) <= keys for group in profile["department_groups"])


@each_profile
def test_every_dated_entry_ends_after_it_begins(profile: Json) -> None:
    def walk(node: object) -> None:
        if isinstance(node, dict):
            first, last = node.get("starts_on"), node.get("ends_on")
            for day in (first, last):
                assert day is None or date.fromisoformat(day)
            assert not (first and last) or first <= last, node
        for below in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            walk(below)

    walk(profile)


@each_profile
@pytest.mark.parametrize("part", ["mandates", "taxonomies"])
def test_versions_follow_each_other_without_gap_or_overlap(profile: Json, part: str) -> None:
    versions = profile[part]
    assert versions[-1]["ends_on"] is None
    for before, after in itertools.pairwise(versions):
        assert date.fromisoformat(after["starts_on"]) - date.fromisoformat(before["ends_on"]) == timedelta(days=1)


@each_profile
def test_only_supervision_has_a_scale_of_criticism(profile: Json) -> None:
    for mandate in profile["mandates"]:
        orders = [degree["order"] for degree in mandate["criticism_scale"]]
        assert orders == list(range(1, len(orders) + 1))
        assert mandate["supervision"] or not orders
        assert all(len(mandate["words"][word]) == 2 for word in ("matter", "matter_en", "department", "department_en"))


def test_hjoerring_speaks_of_criticism_nowhere() -> None:
    assert "kriti" not in json.dumps(load(PROFILES / "0860-hjoerring.json")["report"], ensure_ascii=False).casefold()


def test_ishoej_changed_its_mandate_and_its_types() -> None:
    profile = load(PROFILES / "0183-ishoej.json")
    assert [m["appeal_rule"] for m in profile["mandates"]] == ["can_be", "has_been", "has_been"]
    assert [m["complaint_points"] for m in profile["mandates"]] == [True, True, False]
    assert {m["age_limit_months"] for m in profile["mandates"]} == {12}
    assert [d["name"] for d in profile["mandates"][0]["criticism_scale"]] == [
        "uheldigt", "beklageligt", "meget beklageligt", "kritisabelt", "meget kritisabelt", "stærkt kritisabelt",
    ]  # fmt: skip
    assert len(next(t for t in profile["types"] if t["key"] == "complaint")["definitions"]) == 3


@each_profile
def test_periods_compare_with_periods(profile: Json) -> None:
    names = [period["name"] for period in profile["periods"]]
    assert duplicates(names) == []
    for period in profile["periods"]:
        assert period["compared_with"] is None or period["compared_with"] in set(names) - {period["name"]}


@each_profile
def test_staffing_shares_add_up(profile: Json) -> None:
    for staffing in profile["staffing"]:
        assert sum(share["percent"] for share in staffing["shares"]) == 100


@each_profile
def test_themes_of_a_profile_exist(profile: Json) -> None:
    files = [load(PROFILES / taxonomy["file"]) for taxonomy in profile["taxonomies"]]
    assert [taxonomy["name"] for taxonomy in profile["taxonomies"]] == [file["name"] for file in files]
    themes = {theme["name"]: [s["name"] for s in theme["subthemes"]] for file in files for theme in file["themes"]}
    for group in profile["theme_groups"]:
        assert set(group["members"]) <= set(themes[group["theme"]])


@each_taxonomy
def test_every_theme_has_both_names_and_a_scope_note(taxonomy: Json) -> None:
    assert duplicates(subthemes(taxonomy)) == []
    for theme in taxonomy["themes"]:
        for entry in [theme, *theme["subthemes"], *(d for s in theme["subthemes"] for d in s["details"])]:
            assert all(entry[field] for field in ("name", "name_en", "scope_note", "scope_note_en")), entry["name"]


@each_taxonomy
def test_relations_and_mappings_lead_to_subthemes(taxonomy: Json) -> None:
    own, default = set(subthemes(taxonomy)), set(subthemes(load(PROFILES / "taxonomy-default.json")))
    assert {name for pair in taxonomy["related"] for name in pair} <= own
    for mapping in taxonomy["mapping"]:
        assert mapping["from"] in own
        assert mapping["to"]
        assert set(mapping["to"]) <= default


def test_the_default_taxonomy_is_the_published_one() -> None:
    taxonomy = load(PROFILES / "taxonomy-default.json")
    assert [(theme["name"], len(theme["subthemes"])) for theme in taxonomy["themes"]] == [
        ("Andet", 2), ("GDPR", 3), ("Forvaltningsloven", 6), ("Forvaltningsskik", 10), ("Hjemmelsspørgsmål", 2),
        ("Offentlighedsloven", 1), ("Opgavevaretagelse", 2), ("Retsgrundsætninger", 1),
    ]  # fmt: skip


@each_profile
@pytest.mark.parametrize("field", ["text", "text_en"])
def test_a_report_inserts_and_refers_to_what_exists(profile: Json, field: str) -> None:
    sections = profile["report"]["sections"]
    assert duplicates([section["key"] for section in sections]) == []
    assert all(section[field] and section["title"] and section["title_en"] for section in sections)
    text = "\n\n".join(section[field] for section in sections)
    tables, figures = inserted(text, "tabel", "table"), inserted(text, "figur", "figure")
    assert set(tables) <= TABLES
    assert set(figures) <= FIGURES
    assert duplicates(tables) == duplicates(figures) == []
    assert set(inserted(text, "tal", "number")) <= NUMBERS
    for reference in inserted(text, "se", "see"):
        kind, _, name = reference.partition(" ")
        assert kind in {"tabel", "table"}
        assert name in tables


@each_profile
def test_the_english_report_sets_the_same_tables_and_figures(profile: Json) -> None:
    danish_to_english = {"tabel": "table", "figur": "figure", "se": "see", "tal": "number"}
    for section in profile["report"]["sections"]:
        danish = [
            (danish_to_english[word], name.replace("tabel ", "table "))
            for word, name in INSERTION.findall(section["text"])
        ]
        assert danish == INSERTION.findall(section["text_en"]), section["key"]


@pytest.mark.parametrize("field", ["text", "text_en"])
def test_albertslund_sets_the_four_published_tables_first(field: str) -> None:
    sections = load(PROFILES / "0165-albertslund.json")["report"]["sections"]
    tables = inserted("\n".join(section[field] for section in sections), "tabel", "table")
    assert tables[:4] == [
        "departments-by-role", "subthemes-by-department", "appeals-by-outcome", "appeal-remarks-by-theme",
    ]  # fmt: skip


@each_aggregate
def test_aggregates_are_whole_and_say_where_they_are_from(path: Path) -> None:
    found = rows(path)
    assert list(found[0]) == ["Fra", "Til", "Enhed", "Dimension", "Værdi", "Antal", "Kilde", "Forbehold"]
    for row in found:
        assert date.fromisoformat(row["Fra"]) <= date.fromisoformat(row["Til"])
        assert int(row["Antal"]) >= 0
        assert row["Kilde"]
        assert (row["Dimension"] == "I alt") == (row["Værdi"] == "")
        assert row["Dimension"].count(" × ") == row["Værdi"].count(" × ")
    assert duplicates(["|".join([*list(row.values())[:5]]) for row in found]) == []


@each_aggregate
def test_aggregates_name_departments_and_periods_of_the_profile(path: Path) -> None:
    profile = load(PROFILES / f"{path.stem}.json")
    names = {department["name"] for department in profile["departments"]}
    periods = {(period["starts_on"], period["ends_on"]) for period in profile["periods"]}
    for row in rows(path):
        assert (row["Fra"], row["Til"]) in periods
        if row["Dimension"].split(" × ")[0] == "Afdeling":
            assert row["Værdi"].split(" × ")[0] in names


@pytest.mark.parametrize(
    ("stem", "first", "total", "parts"),
    [
        ("0183-ishoej", "2022-08-01", 30, 30),
        ("0183-ishoej", "2023-01-01", 58, 55),
        ("0860-hjoerring", "2022-06-01", 60, 44),
    ],
)
def test_departments_are_as_published_even_where_they_do_not_add_up(
    stem: str, first: str, total: int, parts: int
) -> None:
    enquiries = [
        row for row in rows(PROFILES / "aggregates" / f"{stem}.csv")
        if row["Fra"] == first and row["Enhed"] == "henvendelser"
    ]  # fmt: skip
    assert [int(row["Antal"]) for row in enquiries if row["Dimension"] == "I alt"] == [total]
    assert sum(int(row["Antal"]) for row in enquiries if row["Dimension"] == "Afdeling") == parts
    headline = next(row for row in enquiries if row["Dimension"] == "I alt")
    assert total == parts or str(parts) in headline["Forbehold"]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("registrations", {"Afdeling": "departments", "Type": "types", "Kanal": "channels"}),
        ("appeals", {"Afdeling": "departments", "Nævn": "appeal_bodies"}),
    ],
)
def test_the_example_registers_use_names_of_the_profile(name: str, fields: dict[str, str]) -> None:
    profile = load(PROFILES / "0165-albertslund.json")
    register = rows(PROFILES / "examples" / f"0165-{name}.csv")
    assert len(register) == {"registrations": 203, "appeals": 64}[name]
    for column, part in fields.items():
        known = {word for entry in profile[part] for word in [entry["name"], *entry.get("aliases", [])]}
        assert {row[column] for row in register} <= known, column


def test_the_example_registers_use_themes_and_remarks_of_the_profile() -> None:
    profile, taxonomy = load(PROFILES / "0165-albertslund.json"), load(PROFILES / "taxonomy-default.json")
    pairs = {(theme["name"], subtheme["name"]) for theme in taxonomy["themes"] for subtheme in theme["subthemes"]}
    assert {(row["Tema"], row["Emne"]) for row in rows(PROFILES / "examples" / "0165-registrations.csv")} == pairs
    cells = [row["Bemærkninger"] for row in rows(PROFILES / "examples" / "0165-appeals.csv") if row["Bemærkninger"]]
    remarks = Counter(remark for cell in cells for remark in cell.split(" | "))
    assert remarks == dict(zip([remark["name"] for remark in profile["appeal_remarks"]], [17, 17, 5], strict=True))
    assert len(cells) == 31
