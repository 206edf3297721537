from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from ombud.appeals.actions.decisions import (
    QUALIFIERS,
    RemarkInput,
    correct_decision,
    register_decision,
    remove_decision,
)
from ombud.appeals.models import AppealBoard, AppealDecision, AppealRemark, RemarkTheme
from ombud.audit.models import Event
from ombud.audit.record import history
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.offices.models import Department, Municipality

RECEIVED = date(2024, 4, 10)


def made(*themes: RemarkTheme, **fields: object) -> AppealDecision:
    board = AppealBoard.objects.order_by("order").first()
    remarks = [RemarkInput(theme) for theme in themes]
    return register_decision(**{"by": None, "board": board, "received_on": RECEIVED, "remarks": remarks} | fields)


def test_a_decision_has_remarks_on_several_themes(office: Municipality) -> None:
    themes = list(RemarkTheme.objects.all())
    decision = made(*themes, decided_on=date(2024, 1, 5), result="remitted")
    assert decision.remarks.count() == 3
    assert history(decision).get().changes["remarks"][1].count(";") == 2


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"received_on": date.today() + timedelta(days=1)}, "received_on"),
        ({"decided_on": date(2024, 4, 11)}, "decided_on"),
        ({"rejected": True}, "remarks"),
        ({"result": "burnt"}, "result"),
    ],
)
def test_what_cannot_be_is_refused(office: Municipality, fields: dict, key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        made(RemarkTheme.objects.first(), **fields)
    assert list(refused.value.message_dict) == [key]
    assert not AppealDecision.objects.exists()


def test_a_retired_department_is_refused(office: Municipality) -> None:
    department = Department.objects.first()
    department.ends_on = date(2024, 4, 9)
    with pytest.raises(ValidationError):
        made(department=department)


def test_a_correction_keeps_the_qualifier_of_a_remark_that_stays(office: Municipality) -> None:
    first, second, third = RemarkTheme.objects.all()
    decision = made(first, second)
    remarks = [RemarkInput(first, "ved genvurderingen"), RemarkInput(third)]
    corrected = correct_decision(decision=decision, version=1, by=None, remarks=remarks, result="changed")
    assert corrected.version == 2
    assert set(AppealRemark.objects.values_list("theme", "qualifier")) == {
        (first.pk, "ved genvurderingen"),
        (third.pk, ""),
    }
    line = history(decision).last()
    assert line.changes["result"] == ["", "changed"]
    with pytest.raises(ChangedMeanwhile):
        correct_decision(decision=decision, version=1, by=None, remarks=[])
    same = correct_decision(decision=decision, version=2, by=None, remarks=remarks)
    assert same.version == 2


def test_a_removed_decision_stays_in_the_log(office: Municipality) -> None:
    remove_decision(decision=made(RemarkTheme.objects.first()), by=None)
    assert not AppealRemark.objects.exists()
    assert Event.objects.get(action="decision.removed").changes["received_on"] == ["2024-04-10", None]


def test_the_log_says_that_a_qualifier_changed_and_never_what_it_says(office: Municipality) -> None:
    theme = RemarkTheme.objects.first()
    decision = made(theme)
    for version, text in ((1, "hos Mette Mønster"), (2, "ved genvurderingen"), (3, "")):
        correct_decision(decision=decision, version=version, by=None, remarks=[RemarkInput(theme, text)])
        assert history(decision).last().changes == {QUALIFIERS: [None, True]}
    remove_decision(decision=decision, by=None)
    assert Event.objects.get(action="decision.removed").changes["remarks"] == [theme.name, None]
    assert "Mette" not in str(list(Event.objects.values_list("changes", flat=True)))


@pytest.mark.parametrize("text", ["borger 010190-1234", "ring 12 34 56 78", "mette@monster.example", "x" * 81])
def test_a_qualifier_that_points_at_somebody_is_refused(office: Municipality, text: str) -> None:
    with pytest.raises(ValidationError):
        made(remarks=[RemarkInput(RemarkTheme.objects.first(), text)])
