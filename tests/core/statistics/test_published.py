"""The published figures as executable specifications: tables 1-4 cell by cell and the golden checks."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

import ombud
from ombud.core.statistics.cube import count, counts_by, leave_out, select, total
from ombud.core.statistics.definitions import Group, TableDefinition
from ombud.core.statistics.facts import Facts, Member, dimension, encode
from ombud.core.statistics.figures import make_figure
from ombud.core.statistics.inputs import Aggregate, Inputs, PeriodData
from ombud.core.statistics.parse_definitions import parse_definitions
from ombud.core.statistics.periods import Period
from ombud.core.statistics.ranking import concentration, concentration_in, rank
from ombud.core.statistics.reconcile import reconcile
from ombud.core.statistics.shares import Share, how_often
from ombud.core.statistics.table import Difference, Origin
from ombud.core.statistics.tables import make_table, make_tables
from ombud.core.words import PLAIN, PlainWords
from tests.core.statistics.albertslund import ALIASES, NOTE, PUBLISHED, inputs

DEFAULT = Path(ombud.__file__).parent / "reporting" / "definitions" / "default.json"
DEFINITIONS = parse_definitions(json.loads(DEFAULT.read_text(encoding="utf-8")), PLAIN)
INPUTS = inputs()
MATTERS = INPUTS.now.cubes["matters"]


class DanishCaptions(PlainWords):
    """English messages, but the language of the definitions' own texts is Danish."""

    def get_language(self) -> str:
        return "da"


def table(name):
    return make_table(DEFINITIONS.table(name), INPUTS, DanishCaptions())


def cells(made):
    return {row.label: list(row.cells) for row in made.rows}


def test_g2_table_1_is_reproduced():
    made = table("departments-by-role")
    published = PUBLISHED["table_1"]
    assert made.caption == published["caption"]
    assert [column.label for column in made.columns] == published["columns"]
    assert list(cells(made)) == list(published["rows"])
    assert cells(made) == published["rows"]
    assert list(made.total) == published["total"] == [162, 41, 203]
    assert made.differences == ()
    assert f"Øvrige: {NOTE}" in made.notes


def test_g1_g3_table_2_is_reproduced_cell_by_cell():
    made = table("subthemes-by-department")
    published = PUBLISHED["table_2"]
    assert made.caption == published["caption"]
    assert [column.label for column in made.columns[:-1]] == published["departments"]
    expected = []
    for theme in published["themes"]:
        expected.append((theme["theme"], 0, (*theme["counts"], theme["total"])))
        expected.extend((sub["subtheme"], 1, (*sub["counts"], sub["total"])) for sub in theme["subthemes"])
    assert [(row.label, row.level, row.cells) for row in made.rows] == expected
    assert made.total == (*published["total"]["counts"], published["total"]["total"])
    assert [row.cells[-1] for row in made.rows if row.level == 0] == [44, 4, 27, 85, 14, 4, 19, 6]
    assert made.differences == ()


def test_table_3_is_reproduced():
    made = table("appeals-by-outcome")
    published = PUBLISHED["table_3"]
    assert made.caption == published["caption"]
    assert [column.label for column in made.columns] == published["columns"]
    assert cells(made) == {ALIASES.get(name, name): row for name, row in published["rows"].items()}
    assert list(made.total) == published["total"] == [29, 31, 4, 64]


def test_table_4_is_reproduced_and_says_why_it_does_not_add_up():
    made = table("appeal-remarks-by-theme")
    published = PUBLISHED["table_4"]
    assert made.caption == published["caption"]
    assert [column.label for column in made.columns] == published["columns"]
    assert cells(made) == {ALIASES.get(name, name): row for name, row in published["rows"].items()}
    assert list(made.total) == published["total"] == [17, 17, 5]
    assert not made.columns_add_up
    assert any("several remarks" in note for note in made.notes)
    assert made.basis.base == "all remarks in the period (31 decisions with 39 remarks)"


def test_every_table_states_its_basis_with_enquiries_and_matters():
    basis = table("departments-by-role").basis
    assert (basis.unit, basis.base_count, basis.origin) == ("sager", 203, Origin.COUNTED)
    assert basis.base == "all sager in the period (162 enquiries with 203 sager)"
    assert basis.period == "1. april 2024 – 31. marts 2025"
    assert basis.principle == INPUTS.now.principle


def test_the_registration_principle_is_not_said_of_appeals():
    assert table("appeals-by-outcome").basis.principle == ""


def test_a_department_of_one_matter_is_drawn_though_it_rounds_to_nothing():
    drawn = make_figure(DEFINITIONS.figure("departments"), table("departments"), PLAIN)
    assert "Økonomi & Stab 0%" in drawn.alternative
    assert drawn.columns == ("share",)


def test_all_tables_of_the_set_agree():
    made = make_tables(DEFINITIONS.tables, INPUTS, PLAIN)
    assert len(made) >= 10
    assert reconcile(made, PLAIN) == ()


def test_g4_the_share_of_one_theme():
    counts = counts_by(MATTERS, ["theme"])
    assert Share(counts[("Forvaltningsskik",)], total(MATTERS), "", "").text(PLAIN) == "85 of 203 (41.9%)"


def test_g5_a_group_of_subthemes():
    members = (
        "Opfølgning",
        "Orientering om sagens gang eller status",
        "Sagsbehandlingstid og manglende svar",
    )
    definition = TableDefinition(
        "g",
        {"en": "Group"},
        rows=("subtheme",),
        measures=("count", "share"),
        where={"theme": ("Forvaltningsskik",)},
        groups=(Group({"en": "Time, follow-up, orientation"}, members),),
        share_decimals=1,
    )
    made = make_table(definition, INPUTS, PLAIN)
    assert [(row.label, row.cells) for row in made.rows] == [
        ("Time, follow-up, orientation", (29, Fraction(341, 1000))),
        ("The other 7", (56, Fraction(659, 1000))),
    ]
    assert made.rows[0].members == members
    assert made.basis.base_count == 85
    assert Share(29, 85, "", "").text(PLAIN) == "29 of 85 (34.1%)"


def test_g6_involvement_is_concentrated_in_the_two_child_departments():
    where = {"subtheme": ["Inddragelse"]}
    found = concentration(MATTERS, where, "department")
    assert found.text(PLAIN) == "11 of 12 in Børn & Familie and Dagtilbud & Skole"
    named = concentration_in(MATTERS, where, "department", ["Dagtilbud & Skole", "Børn & Familie"])
    assert (named.count, named.whole) == (11, 12)


def test_g7_shares_of_the_appeal_register_name_their_base():
    decisions = INPUTS.now.cubes["appeal_decisions"]
    remarked = total(select(decisions, {"outcome": ["with_remarks"]}))
    processed = total(leave_out(decisions, {"outcome": ["rejected"]}))
    assert Share(remarked, processed, "", "").text(PLAIN) == "31 of 60 (51.7%)"
    assert Share(remarked, total(decisions), "", "").text(PLAIN) == "31 of 64 (48.4%)"
    grounds = total(select(INPUTS.now.cubes["appeal_remarks"], {"remark": ["Utilstrækkelig begrundelse"]}))
    assert how_often(Fraction(grounds, processed), PLAIN) == "more than every fourth"


def test_the_largest_subtheme_is_a_claim_with_an_exclusion():
    assert rank(MATTERS, "subtheme").sentence(PLAIN) == "Most frequent: Anden offentligretlig lovgivning (41)."
    assert rank(MATTERS, "subtheme", {"theme": ["Andet"]}).sentence(PLAIN) == (
        "Most frequent: Sagsbehandlingstid og manglende svar (22), when Andet (44) is left out."
    )
    made = table("ranking-of-subthemes")
    assert made.rows[0].label == "Sagsbehandlingstid og manglende svar"
    assert [row.cells[0] for row in made.rows][:3] == [22, 19, 12]
    assert made.rows[-1].label == "The other 15"
    assert made.basis.base_count == 159
    assert any(note.startswith("Left out: Tema: Andet (44 sager).") for note in made.notes)


def centres(stated: list[int], missing: int):
    names = [f"Center {n}" for n in range(len(stated))]
    department = dimension("department", "Center", [Member(name, name) for name in names], not_stated="Uoplyst")
    role = dimension("role", "Rolle", [Member("main", "Hovedsag")], not_stated="Uoplyst")
    values = [name for name, number in zip(names, stated, strict=True) for _ in range(number)] + [None] * missing
    codes = {"department": encode(values, department), "role": encode(["main"] * len(values), role)}
    cube = count(Facts("matters", (department, role), codes))
    return Inputs(PeriodData(Period("2023", date(2023, 1, 1), date(2023, 12, 31)), {"matters": cube}))


BY_CENTRE = TableDefinition(
    "c", {"en": "By centre"}, unit="enquiries", rows=("department",), measures=("count", "share")
)


def test_g8_g10_shares_of_the_55_with_a_centre_and_three_not_stated():
    made = make_table(BY_CENTRE, centres([11, 9, 6, 2, 27], 3), PLAIN)
    assert [row.cells[1] for row in made.rows] == [*(Fraction(n, 100) for n in (20, 16, 11, 4, 49)), None]
    assert (made.rows[-1].label, made.rows[-1].cells[0]) == ("Uoplyst", 3)
    assert (made.total, made.basis.base_count) == ((58, Fraction(1)), 58)
    assert "Shares are of the 55 enquiries where it is stated." in made.notes
    assert made.differences == ()


@pytest.mark.parametrize(
    ("parts", "whole", "missing"),
    [([11, 9, 6, 2, 27], 58, 3), ([12, 14, 12, 3, 3], 60, 16)],
    ids=["g10 Ishøj 2023", "g13 Hjørring 2022"],
)
def test_imported_parts_that_lack_something_show_the_difference(parts, whole, missing):
    first, last = date(2022, 1, 1), date(2022, 12, 31)
    rows = [Aggregate(first, last, "enquiries", "", "", whole, "Report")]
    rows += [
        Aggregate(first, last, "enquiries", "department", f"Center {n}", number, "Report")
        for n, number in enumerate(parts)
    ]
    now = centres([1] * len(parts), 0)
    given = Inputs(now.now, aggregates=tuple(rows))
    definition = TableDefinition("y", {"en": "Years"}, unit="enquiries", rows=("department",), columns="period")
    made = make_table(definition, given, PLAIN)
    assert [row.cells[0] for row in made.rows] == [*parts, missing]
    assert made.rows[-1].label == "Uoplyst"
    assert made.total == (whole, len(parts))
    assert made.differences == (Difference("2022", whole - missing, whole),)
    assert made.differences[0].missing == missing
    assert made.basis.origin is Origin.MIXED
    assert "2022: imported, not counted here. Source: Report." in made.notes


def test_a_table_that_only_says_why_it_has_no_numbers_is_not_compared():
    whole = table("departments")
    untold = replace(whole, name="x", rows=(), basis=replace(whole.basis, base="", base_count=0))
    assert reconcile([whole, untold], PLAIN) == ()
    wrong = replace(whole, name="x", basis=replace(whole.basis, base_count=202))
    assert [(one.parts, one.total) for one in reconcile([whole, wrong], PLAIN)] == [(202, 203)]
