"""The register of appeal decisions on its pages."""

from datetime import date

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from ombud.appeals.actions.decisions import RemarkInput, correct_decision, register_decision
from ombud.appeals.models import AppealBoard, AppealDecision, RemarkTheme
from ombud.audit.record import history
from ombud.desk.log.changes import told
from ombud.identity.models import User
from ombud.offices.models import Department, Municipality
from ombud.tenancy.scope import scope
from tests.desk.conftest import form_of

NEW = "/0165/appeals/new/"


@pytest.fixture
def board(albertslund: Municipality) -> AppealBoard:
    with scope(albertslund):
        made, _ = AppealBoard.objects.get_or_create(name="Ankestyrelsen")
        RemarkTheme.objects.get_or_create(name="Begrundelse")
        RemarkTheme.objects.get_or_create(name="Partshøring")
        return made


@pytest.fixture
def decision(board: AppealBoard, albertslund: Municipality, adviser_of_both: User) -> AppealDecision:
    with scope(albertslund):
        return register_decision(
            by=adviser_of_both,
            board=board,
            received_on=date(2024, 5, 2),
            department=Department.objects.filter(parent=None).first(),
            remarks=[RemarkInput(RemarkTheme.objects.get(name="Begrundelse"), "ved genvurderingen")],
        )


def theme(municipality: Municipality, name: str) -> int:
    with scope(municipality):
        return int(RemarkTheme.objects.get(name=name).pk)


def test_a_decision_is_registered_once(desk: Client, board: AppealBoard, albertslund: Municipality) -> None:
    key = theme(albertslund, "Partshøring")
    typed = form_of(desk.get(NEW)) | {
        "board": str(board.pk), "rejected": "no", "received_on": "3.4.2024", f"theme-{key}": "on",
        f"qualifier-{key}": "i genvurderingen",
    }  # fmt: skip
    for _time in range(2):
        assert desk.post(NEW, typed).status_code == 302
    with scope(albertslund):
        made = AppealDecision.objects.get()
        remark = made.remarks.get()
    assert (made.received_on, made.rejected) == (date(2024, 4, 3), False)
    assert (remark.theme_id, remark.qualifier) == (key, "i genvurderingen")


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"board": ""}, "id_board"),
        ({"received_on": "31-2-2024"}, "id_received_on"),
        ({"decided_on": "4-4-2024"}, "id_decided_on"),
        ({"department": "999999"}, "id_department"),
    ],
)
def test_bad_input_keeps_what_was_typed(desk: Client, board: AppealBoard, wrong: dict[str, str], place: str) -> None:
    fine = form_of(desk.get(NEW)) | {"board": str(board.pk), "rejected": "no", "received_on": "3-4-2024"}
    response = desk.post(NEW, fine | wrong)
    assert response.status_code == 422
    assert f'href="#{place}"' in response.content.decode()
    assert form_of(response)["rejected"] == "no"


def test_a_rejected_complaint_has_no_remarks(desk: Client, board: AppealBoard, albertslund: Municipality) -> None:
    key = theme(albertslund, "Partshøring")
    typed = {"board": board.pk, "rejected": "yes", "received_on": "3-4-2024", f"theme-{key}": "on"}
    assert desk.post(NEW, typed).status_code == 422


def test_a_qualifier_needs_its_theme(desk: Client, board: AppealBoard, albertslund: Municipality) -> None:
    key = theme(albertslund, "Partshøring")
    typed = {"board": board.pk, "rejected": "no", "received_on": "3-4-2024", f"qualifier-{key}": "kun her"}
    response = desk.post(NEW, typed)
    assert f'href="#id_theme-{key}"' in response.content.decode()


def test_a_correction_is_saved(desk: Client, decision: AppealDecision) -> None:
    page = f"/0165/appeals/{decision.pk}/"
    desk.post(page, form_of(desk.get(page)))
    with scope(decision.municipality):
        decision.refresh_from_db()
    assert decision.version == 1
    desk.post(page, form_of(desk.get(page)) | {"decided_on": "1-2-2024", "result": "remitted"})
    with scope(decision.municipality):
        decision.refresh_from_db()
    assert (decision.decided_on, decision.result, decision.version) == (date(2024, 2, 1), "remitted", 2)


def test_two_at_once_keeps_both(desk: Client, decision: AppealDecision, albertslund: Municipality) -> None:
    page = f"/0165/appeals/{decision.pk}/"
    mine = form_of(desk.get(page)) | {"decided_on": "1-2-2024"}
    with scope(albertslund):
        inputs = [RemarkInput(remark.theme, remark.qualifier) for remark in decision.remarks.all()]
        correct_decision(decision=decision, version=1, by=None, remarks=inputs, decided_on=date(2024, 3, 1))
    response = desk.post(page, mine)
    assert response.status_code == 409
    assert "1. marts 2024" in response.content.decode()
    assert "1. februar 2024" in response.content.decode()
    desk.post(page, form_of(response))
    with scope(decision.municipality):
        decision.refresh_from_db()
    assert decision.decided_on == date(2024, 2, 1)


def test_removing_asks_first(desk: Client, decision: AppealDecision, albertslund: Municipality) -> None:
    page = f"/0165/appeals/{decision.pk}/remove/"
    assert desk.get(page).status_code == 200
    desk.post(page)
    with scope(albertslund):
        assert not AppealDecision.objects.exists()


def test_the_list_shows_decisions_and_remarks(
    desk: Client, decision: AppealDecision, board: AppealBoard, albertslund: Municipality, adviser_of_both: User
) -> None:
    with scope(albertslund):
        register_decision(by=adviser_of_both, board=board, received_on=date(2025, 4, 1), rejected=True)
    everything = desk.get("/0165/appeals/")
    assert (everything.context["decision_count"], everything.context["remark_count"]) == (2, 1)
    assert len(desk.get("/0165/appeals/", {"outcome": "with_remarks"}).context["page"]) == 1
    assert len(desk.get("/0165/appeals/", {"received_from": "1.1.2025"}).context["page"]) == 1
    assert len(desk.get("/0165/appeals/", {"grain": "remarks"}).context["page"]) == 1
    tags = desk.get("/0165/appeals/", {"outcome": "rejected", "month": "2025-04"}).context["tags"]
    assert [tag.without for tag in tags] == ["outcome=rejected", "month=2025-04"]


def test_an_empty_register_says_how_to_begin(desk: Client, albertslund: Municipality) -> None:
    assert NEW in desk.get("/0165/appeals/").content.decode()


def test_a_decision_of_another_municipality_is_not_there(desk: Client, decision: AppealDecision) -> None:
    for tail in ("", "remove/"):
        assert desk.get(f"/0183/appeals/{decision.pk}/{tail}").status_code == 404
        assert desk.post(f"/0183/appeals/{decision.pk}/{tail}").status_code == 404


def test_who_is_not_logged_in_is_sent_to_the_door(client: Client, decision: AppealDecision) -> None:
    for address in ("/0165/appeals/", NEW, f"/0165/appeals/{decision.pk}/"):
        assert client.get(address)["Location"].startswith("/account/login/")


def test_a_qualifier_with_a_number_of_a_person_is_kept_on_the_page_and_refused(
    desk: Client, board: AppealBoard, albertslund: Municipality
) -> None:
    key = theme(albertslund, "Partshøring")
    typed = form_of(desk.get(NEW)) | {
        "board": str(board.pk), "rejected": "no", "received_on": "3.4.2024", f"theme-{key}": "on",
        f"qualifier-{key}": "borger 010190-1234",
    }  # fmt: skip
    answer = desk.post(NEW, typed)
    assert answer.status_code == 422
    assert f"theme-{key}" in answer.context["form"].errors
    assert "borger 010190-1234" in answer.content.decode()


def test_the_log_tells_that_a_qualifier_changed(
    desk: Client, decision: AppealDecision, albertslund: Municipality, adviser_of_both: User
) -> None:
    with scope(albertslund):
        remarks = [RemarkInput(RemarkTheme.objects.get(name="Begrundelse"), "hos Mette Mønster")]
        correct_decision(decision=decision, version=1, by=adviser_of_both, remarks=remarks)
        assert [told(event) for event in history(decision)][-1:] == [[_("What narrows the remarks was changed")]]
