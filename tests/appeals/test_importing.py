"""Appeal decisions from a file."""

import io

import pytest

from ombud.appeals.actions.decisions import correct_decision
from ombud.appeals.importing import Appeals
from ombud.appeals.models import AppealDecision, AppealRemark
from ombud.casework.actions import imports
from ombud.casework.models import ImportRun
from ombud.offices.models import Municipality

HEADINGS = "Nævn;Modtaget;Afdeling;Behandling;Bemærkninger"
ROWS = [
    "Ankestyrelsen;01-04-2024;Borger & Arbejdsmarked;Realitetsbehandlet;Utilstrækkelig begrundelse",
    "Ankestyrelsen;01-04-2024;Børn & Familie;Afvist;",
    "Ankestyrelsen;01-04-2024;Borger & Arbejdsmarked;Realitetsbehandlet;Utilstrækkelig begrundelse",
]


def upload(*rows: str) -> ImportRun:
    content = io.BytesIO("\n".join((HEADINGS, *rows)).encode())
    run = imports.start(content=content, file_name="afgørelser.csv", kind="appeals", by=None)
    return imports.read(run=run, importer=Appeals())


def bring_in(*rows: str) -> ImportRun:
    run = upload(*rows)
    assert run.state == ImportRun.State.READY, run.plan["problems"]
    imports.apply(run=run, importer=Appeals(), by=None)
    return run


def counts(run: ImportRun) -> dict[str, int]:
    return {name: count for name, count in run.plan["counts"].items() if count}


def test_a_file_again_changes_nothing(office: Municipality) -> None:
    assert counts(bring_in(*ROWS)) == {"new": 3}
    assert counts(upload(*ROWS)) == {"unchanged": 3}
    assert AppealDecision.objects.filter(rejected=True).count() == 1
    assert AppealRemark.objects.count() == 2


@pytest.mark.parametrize("sign", [" | ", ";", "+", ", ", " og ", "/"])
def test_several_remarks_stand_in_one_cell(office: Municipality, sign: str) -> None:
    both = f"Sagsbehandlingstid{sign}Utilstrækkelig sagsoplysning"
    bring_in(ROWS[1].replace("Afvist;", f'Realitetsbehandlet;"{both}"'))
    assert AppealRemark.objects.count() == 2


def test_an_edited_row_is_a_change(office: Municipality) -> None:
    bring_in(*ROWS)
    edited = ROWS[0].replace("Utilstrækkelig begrundelse", "Sagsbehandlingstid")
    assert counts(bring_in(edited, *ROWS[1:])) == {"changed": 1, "unchanged": 2}
    assert set(AppealRemark.objects.values_list("theme__name", flat=True)) == {
        "Utilstrækkelig begrundelse",
        "Sagsbehandlingstid",
    }


def test_a_hand_correction_is_kept(office: Municipality) -> None:
    bring_in(*ROWS)
    decision = AppealDecision.objects.get(rejected=True)
    correct_decision(decision=decision, version=1, by=None, remarks=[], rejected=False)
    assert counts(bring_in(*ROWS)) == {"unchanged": 2, "kept_by_hand": 1}
    assert not AppealDecision.objects.filter(rejected=True).exists()


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("Ankestyrelsen", "Landsretten", "A"),
        ("01-04-2024", "31-04-2024", "B"),
        ("Børn & Familie", "Kirker", "C"),
        ("Afvist", "Glemt", "D"),
        ("Afvist;", "Afvist;Sagsbehandlingstid", "E"),
        ("Afvist;", "Realitetsbehandlet;Sagsbehandlingstid | Dovenskab", "E"),
    ],
)
def test_a_bad_cell_is_named(office: Municipality, old: str, new: str, column: str) -> None:
    run = upload(ROWS[0], ROWS[1].replace(old, new))
    (problem,) = run.plan["problems"]
    assert (problem["row"], problem["column"]) == (3, column)
    assert run.state == ImportRun.State.REFUSED


def test_remarks_are_kept_apart_when_the_handling_is_unknown(office: Municipality) -> None:
    run = upload("Ankestyrelsen;01-04-2024;;;")
    assert [warning["count"] for warning in run.plan["warnings"]] == [1]
    assert counts(run) == {"new": 1}
