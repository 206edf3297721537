"""Published figures from a file."""

import io
from collections.abc import Iterator

import pytest

from ombud.casework.actions import imports
from ombud.casework.models import ImportRun
from ombud.offices.actions.profiles import load_shipped
from ombud.offices.models import Municipality
from ombud.reporting.importing import IMPORTERS
from ombud.reporting.models import Aggregate
from ombud.tenancy.scope import scope

HEADINGS = "Fra;Til;Enhed;Dimension;Værdi;Antal;Kilde;Forbehold"
TOTAL = "2023-01-01;2023-12-31;henvendelser;I alt;;58;Årsberetning 2023;"
COMPLAINTS = "2023-01-01;2023-12-31;henvendelser;Type;Klage;23;Årsberetning 2023;Uden åben rådgivning"


@pytest.fixture
def office(db: None) -> Iterator[Municipality]:
    municipality = load_shipped(code="0183", by=None)
    with scope(municipality):
        yield municipality


def upload(*rows: str) -> ImportRun:
    content = io.BytesIO("\n".join((HEADINGS, *rows)).encode())
    run = imports.start(content=content, file_name="tal.csv", kind="aggregates", by=None)
    return imports.read(run=run, importer=IMPORTERS["aggregates"])


def bring_in(*rows: str) -> ImportRun:
    run = upload(*rows)
    assert run.state == ImportRun.State.READY, run.plan["problems"]
    imports.apply(run=run, importer=IMPORTERS["aggregates"], by=None)
    return run


def counts(run: ImportRun) -> dict[str, int]:
    return {name: count for name, count in run.plan["counts"].items() if count}


def test_figures_are_known_by_period_unit_dimension_and_value(office: Municipality) -> None:
    assert counts(bring_in(TOTAL, COMPLAINTS)) == {"new": 2}
    assert counts(bring_in(TOTAL, COMPLAINTS)) == {"unchanged": 2}
    assert counts(bring_in(TOTAL.replace("58", "59"), COMPLAINTS)) == {"changed": 1, "unchanged": 1}
    assert Aggregate.objects.get(dimension="I alt").count == 59
    assert Aggregate.objects.get(value="Klage").caveat == "Uden åben rådgivning"


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("2023-01-01", "01-13-2023", "A"),
        ("2023-12-31", "2022-12-31", "B"),
        ("henvendelser", "", "C"),
        ("58", "-1", "F"),
        ("58", "58,5", "F"),
        ("58", "", "F"),
        ("Årsberetning 2023", "", "G"),
        ("henvendelser", "h" * 61, "C"),
        ("Årsberetning 2023", "010190-1234", "G"),
    ],
)
def test_a_bad_cell_is_named(office: Municipality, old: str, new: str, column: str) -> None:
    run = upload(COMPLAINTS, TOTAL.replace(old, new, 1))
    assert run.state == ImportRun.State.REFUSED
    assert {(problem["row"], problem["column"]) for problem in run.plan["problems"]} == {(3, column)}


def test_the_same_figure_twice_names_both_rows(office: Municipality) -> None:
    (problem,) = upload(TOTAL, COMPLAINTS, TOTAL).plan["problems"]
    assert problem["row"] == 4
    assert "2" in problem["message"]
