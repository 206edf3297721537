"""`ombud verdict`: what stops an edition and why, for scripts and for readers."""

import json
from typing import Any

import pytest
from django.utils import translation

from ombud.config.command import main
from ombud.offices.actions.small_counts import decide
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.reporting.actions.examples import load_example
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.actions.questions import answer
from ombud.reporting.actions.reports import make_report
from ombud.reporting.actions.sections import change_section
from ombud.reporting.asking import Asked
from ombud.reporting.drafts import render
from ombud.reporting.models import Report
from ombud.tenancy.scope import scope
from tests.reporting.conftest import FIRST, LAST
from tests.reporting.sealing import MARKER, make_keys

PERIOD = ["--municipality", "165", "--from", FIRST.isoformat(), "--to", LAST.isoformat()]
FALSE = "Der har i perioden været 163 henvendelser."


@pytest.fixture
def office(db: None) -> Municipality:
    office = make_municipality(code="0165", by=None)
    load_example(municipality=office, by=None)
    return office


def write(office: Municipality, text: str, **more: Any) -> None:
    with scope(office):
        report = make_report(period=ReportingPeriod.objects.get(starts_on=FIRST), by=None)
        change_section(section=report.sections.get(key="preface"), version=1, by=None, text=text, **more)


def verdict(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    assert main(["verdict", *PERIOD, "--json", *options]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def part(found: dict[str, Any], question: str) -> dict[str, Any]:
    answer: dict[str, Any] = next(one for one in found["parts"] if one["question"] == question)
    return answer


def test_the_outline_stands_where_there_is_no_draft(office: Municipality, capsys: pytest.CaptureFixture[str]) -> None:
    found = verdict(capsys)
    assert (found["municipality"], found["stands"]) == ("0165", True)
    assert found["period"] == {"from": "2024-04-01", "to": "2025-03-31"}
    assert [one["question"] for one in found["parts"]] == [
        "reconciled",
        "compared",
        "harmless",
        "prose",
        "identity",
        "form",
    ]
    assert part(found, "identity")["answer"].startswith("Ikke kontrolleret")


def test_a_false_number_stops_and_its_place_is_told(office: Municipality, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, f"Kære læser.\n\n{FALSE}")
    found = verdict(capsys)
    assert not found["stands"]
    (problem,) = [one for one in part(found, "prose")["problems"] if one["stops"]]
    assert (problem["section"], problem["line"]) == ("Forord", 3)
    assert "162" in problem["message"]
    assert main(["verdict", *PERIOD]) == 0
    assert f"! Forord, linje 3: {problem['message']}" in capsys.readouterr().out


def test_hidden_numbers_are_counted_for_an_office_that_hides(
    office: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    before = part(verdict(capsys), "harmless")["said"]
    with scope(office):
        decide(audience="public", kind="", values={"rule": "protect"}, by=None)
    after = part(verdict(capsys, "--language", "en"), "harmless")["said"]
    assert before[0].startswith("78 ")
    assert after[0].startswith("Numbers from 1 to 2 are hidden")


def test_sealed_texts_are_neither_judged_nor_told(office: Municipality, capsys: pytest.CaptureFixture[str]) -> None:
    keys = make_keys(office)
    write(office, f"{MARKER} fik 163 henvendelser.", keys=keys)
    assert main(["verdict", *PERIOD, "--json"]) == 0
    told = capsys.readouterr()
    assert MARKER not in told.out + told.err
    assert json.loads(told.out)["stands"]
    assert "1" in told.err


def test_a_period_that_ends_before_it_begins_is_refused(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verdict", "--municipality", "165", "--from", "2025-01-01", "--to", "2024-01-01", "--json"]) == 2
    assert capsys.readouterr().out == ""


def test_a_question_that_was_answered_is_not_asked_again(
    office: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    write(office, "Lederen fortalte om 999 henvendelser fra unge.")
    assert len(part(verdict(capsys), "prose")["problems"]) == 1
    with scope(office), translation.override("da"):
        report = Report.objects.get()
        (question,) = [one for one in render(report, translation)[1] if isinstance(one, Asked)]
        answer(report=report, question=question, by=None)
    assert part(verdict(capsys), "prose")["problems"] == []
