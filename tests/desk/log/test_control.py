"""The sample check: drawn by a lot that can be drawn again, judged line by line, finished with a verdict."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from ombud.audit import guards
from ombud.audit.actions.controls import draw
from ombud.audit.drawing import draw as lots
from ombud.audit.models import Control, Drawn, Event
from ombud.audit.queries.controls import due_since, six_months_after
from ombud.audit.queries.lines import reads_between
from ombud.audit.record import record_many
from ombud.offices.models import Municipality
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.desk.log.conftest import CODE, OTHER, Cases, page


def start(client: Client) -> str:
    response = client.post(page("log-control"))
    assert response.status_code == 302
    return str(response["Location"])


def control() -> Control:
    with scope(Municipality.objects.get(code=CODE)):
        found: Control = Control.objects.get()
        return found


def drawn() -> list[Drawn]:
    with scope(Municipality.objects.get(code=CODE)):
        return list(Drawn.objects.all())


def answers(result: str, **more: str) -> dict[str, str]:
    return {f"line-{row.position}-result": result for row in drawn()} | more


def test_a_check_is_drawn_judged_and_finished(asta: Client, bo: Client) -> None:
    address = start(asta)
    assert "Bo Eksempel" in asta.get(address).content.decode()
    first = drawn()[0].position
    asta.post(address, answers("in_order") | {f"line-{first}-remark": "Hanne ringede selv"})
    assert "Hanne ringede selv" in asta.get(address).content.decode()
    assert asta.post(address, answers("in_order", do="finish", **{"finish-remark": "Alt vel"})).status_code == 302
    assert control().result == Control.Result.IN_ORDER
    assert "Alt vel" in asta.get(address).content.decode()
    assert [line.action for line in Event.objects.filter(action__startswith="control.")] == [
        "control.drawn", "control.judged", "control.judged", "control.finished",
    ]  # fmt: skip


def test_remarks_are_sealed(asta: Client) -> None:
    address = start(asta)
    first = drawn()[0].position
    asta.post(address, {f"line-{first}-remark": "Hanne", "finish-remark": "Hanne"})
    with connection.cursor() as cursor:
        for table in ("audit_drawn", "audit_control", "audit_event"):
            cursor.execute(f"SELECT * FROM {table}")
            assert "Hanne" not in str([[bytes(c) if isinstance(c, memoryview) else c for c in r] for r in cursor])


def test_one_line_to_look_into_decides_the_verdict(asta: Client) -> None:
    address = start(asta)
    asta.post(address, answers("look_into", do="finish"))
    assert control().result == Control.Result.LOOK_INTO


def test_it_is_not_finished_while_a_line_waits(asta: Client) -> None:
    address = start(asta)
    response = asta.post(address, {"do": "finish", "finish-remark": "Typed and kept"})
    assert response.status_code == 200
    assert "Typed and kept" in response.content.decode()
    assert control().finished_at is None


def test_a_finished_check_stays_as_it_is(asta: Client) -> None:
    address = start(asta)
    asta.post(address, answers("in_order", do="finish"))
    asta.post(address, answers("look_into", do="finish"))
    assert {row.result for row in drawn()} == {"in_order"}


def test_the_lot_can_be_drawn_again(cast: Cast, cases: Cases) -> None:
    record_many([Event(municipality=CODE, action="case.read", noun="case", case=cases.case.pk) for _n in range(200)])
    with scope(cast.albertslund):
        made = draw(municipality=CODE, by=cast.asta, today=date.today())
        lot = list(made.drawn.values_list("position", flat=True))
    among = reads_between(CODE, made.first_on, made.last_on)
    assert len(among) == made.reads > 200
    assert len(lot) == 20
    assert lot == lots(made.seed, among, made.size)
    assert lot != lots("another", among, made.size)


def test_reads_older_than_half_a_year_and_writes_are_not_drawn(cast: Cast, cases: Cases) -> None:
    old = timezone.now() - timedelta(days=200)
    record_many([Event(municipality=CODE, action="case.read", noun="case", case=cases.case.pk, at=old)])
    today = date.today()
    found = reads_between(CODE, today - timedelta(days=183), today)
    assert set(Event.objects.filter(municipality=CODE, position__in=found).values_list("action", flat=True)) == {
        "case.read", "cpr.shown",
    }  # fmt: skip
    assert len(found) == 2


def test_nothing_to_draw_is_said(cast: Cast, in_albertslund: object) -> None:
    with pytest.raises(ValidationError):
        draw(municipality=CODE, by=cast.asta, today=date.today())


def test_a_broken_chain_is_part_of_the_verdict(asta: Client) -> None:
    guards.open_again(connection)
    QuerySet(Event).filter(municipality=CODE, position=2).delete()
    address = start(asta)
    asta.post(address, answers("in_order", do="finish"))
    assert (control().chain_fault, control().chain_position, control().result) == ("missing", 2, "look_into")


def test_a_drawn_line_of_a_case_one_is_shut_out_of_stays_bare(asta: Client, bo: Client, cases: Cases) -> None:
    record_many([Event(municipality=CODE, action="case.read", noun="case", case=cases.shut.pk)])
    address = start(asta)
    assert OTHER in asta.get(address).content.decode()
    assert OTHER not in bo.get(address).content.decode()


def test_the_administrator_makes_no_check(administrator: Client) -> None:
    assert administrator.post(page("log-control")).status_code == 403
    assert not drawn()


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2024, 1, 15), date(2024, 7, 15)),
        (date(2024, 8, 31), date(2025, 2, 28)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2024, 6, 30), date(2024, 12, 30)),
        (date(2024, 12, 31), date(2025, 6, 30)),
    ],
)
def test_six_months_end_on_the_same_day(day: date, after: date) -> None:
    assert six_months_after(day) == after


def test_a_check_is_due_six_months_after_the_first_case_and_after_the_last_check(asta: Client, cast: Cast) -> None:
    today = date.today()
    later = six_months_after(today)
    with scope(cast.albertslund):
        assert due_since(CODE, later - timedelta(days=1)) is None
        assert due_since(CODE, later) == later
    address = start(asta)
    asta.post(address, answers("in_order", do="finish"))
    moment = timezone.make_aware(datetime(2020, 1, 1))
    with scope(cast.albertslund):
        assert due_since(CODE, later - timedelta(days=1)) is None
        Control.objects.update(finished_at=moment)
        assert due_since(CODE, today) == date(2020, 7, 1)
    assert "/0165/log/control/" in asta.get("/0165/").content.decode()


def test_without_a_case_nothing_is_due(in_albertslund: object) -> None:
    assert due_since(CODE, date(2099, 1, 1)) is None
