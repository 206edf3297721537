"""What a citizen is told: when, in which role and for what purpose; colleagues by name only when chosen."""

import csv
import io
from uuid import UUID, uuid4

import pytest
from django.test import Client

from ombud.audit.models import Event
from ombud.desk.log.extract import plain
from tests.desk.log.conftest import NAME, TITLE, Cases, page


def take(client: Client, case: UUID, **more: str) -> str:
    response = client.post(page("log-citizen"), {"offered": str(case), "cases": str(case), **more})
    assert response.status_code == 200
    return str(response.content.decode("utf-8-sig"))


def rows(client: Client, case: UUID, **more: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(take(client, case, **more, **{"as": "csv"})), delimiter=";"))


def test_the_page_tells_roles_and_purposes_and_no_names(asta: Client, cases: Cases) -> None:
    shown = take(asta, cases.case.pk)
    table = shown[shown.index("<table") : shown.index("</table")]
    assert "Bo Eksempel" not in table
    assert "Asta Eksempel" not in table
    assert str(cases.case.enquiry) in table
    assert table.count("<tr>") > 5


def test_colleagues_are_named_when_that_is_chosen(asta: Client, cases: Cases) -> None:
    assert any("Bo Eksempel" in row[2] for row in rows(asta, cases.case.pk, with_names="on"))
    assert not any("Eksempel" in cell for row in rows(asta, cases.case.pk) for cell in row)


def test_the_file_holds_one_row_for_each_line_of_the_case_with_the_taking_out_itself(
    asta: Client, cases: Cases
) -> None:
    told = rows(asta, cases.case.pk)
    assert len(told) - 1 == Event.objects.filter(case=cases.case.pk).count()
    last = Event.objects.filter(case=cases.case.pk).order_by("-position").first()
    assert last is not None
    assert (last.action, last.purpose) == ("log.exported", "access_request")
    assert not any(NAME in cell or TITLE in cell for row in told for cell in row)


def test_the_days_are_kept_to(asta: Client, cases: Cases) -> None:
    assert len(rows(asta, cases.case.pk, last="1-1-2020")) == 1


def test_a_case_that_may_not_be_opened_is_like_one_that_never_was(bo: Client, cases: Cases) -> None:
    for other in (cases.shut.pk, uuid4()):
        assert bo.post(page("log-citizen"), {"offered": str(other), "cases": str(other)}).status_code == 404
        both = {"offered": str(cases.case.pk), "cases": str(other)}
        assert bo.post(page("log-citizen"), both).status_code == 404
    assert not Event.objects.filter(action="log.exported").exists()


def test_without_a_case_the_form_says_so(asta: Client, cases: Cases) -> None:
    response = asta.post(page("log-citizen"), {"offered": str(cases.case.pk), "first": "x"})
    assert 'id="errors"' in response.content.decode()


@pytest.mark.parametrize("cell", ["=1+1", "+45", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert plain(cell) == f"'{cell}"
    assert plain("Asta") == "Asta"
