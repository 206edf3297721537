"""The key of another municipality's row in a form or a filter is answered like a key that nobody has."""

from typing import Any

import pytest
from django import forms
from django.db import models
from django.test import Client
from django.urls import reverse

from ombud.appeals.models import AppealBoard, AppealDecision, RemarkTheme
from ombud.casework.models import Enquiry, ImportRun
from ombud.desk.office.nouns import NOUNS
from ombud.offices.models import Channel, Department, EnquiryType, ReportingPeriod, Tag, Theme
from ombud.reporting.models import Report
from ombud.tenancy.scope import scope
from tests.house.test_access import browser, state
from tests.house.world import DAY, House, World, make_world
from tests.unlocked import unlock_browser

NOBODY = 987654321
REFUSED = {"invalid_choice", "invalid_pk_value"}


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    client = browser(world.asta)
    unlock_browser(client, world.asta)
    return client


def foreign(world: World, model: type[models.Model], **wanted: Any) -> int:
    with scope(world.other.municipality):
        if model in (Tag, RemarkTheme):
            return int(model.objects.get_or_create(name="Deres eget")[0].pk)  # type: ignore[attr-defined]
        return int(model._default_manager.filter(**wanted).order_by("-pk").first().pk)  # type: ignore[union-attr]


def codes(form: forms.BaseForm, field: str) -> set[str | None]:
    return {error.code for error in form.errors.as_data().get(field, [])}


def related() -> list[tuple[str, str, type[models.Model]]]:
    """Every field of the set-up's forms that points to a row."""
    return [
        (noun.key, name, noun.model._meta.get_field(name).related_model)  # type: ignore[misc]
        for noun in NOUNS.values()
        for name in noun.fields
        if not noun.made_at and noun.model._meta.get_field(name).is_relation and name != "aliases"
    ]


@pytest.mark.parametrize(("noun", "field", "model"), related(), ids=lambda value: str(value))
def test_the_set_up_refuses(world: World, desk: Client, noun: str, field: str, model: type[models.Model]) -> None:
    levels = {"base": {"parent": None}, "themes": {"parent__isnull": False}}
    address, before = reverse("office-new", args=["0165", noun]), state()
    for key in (foreign(world, model, **levels.get(field, {})), NOBODY):
        assert codes(desk.post(address, {field: key}).context["form"], field) & REFUSED, key
    assert state() == before


def house_form(world: World, name: str) -> str:
    keys = {"office-map": "theme", "office-move": "department", "sections-new": "report"}
    more = [world.here.keys[keys[name]]] if name in keys else []
    return reverse(name, args=["0165", *more])


@pytest.mark.parametrize(
    ("name", "field", "model"),
    [
        ("office-merge", "departments", Department), ("office-merge", "into", Department),
        ("office-move", "parent", Department), ("office-map", "target", Theme),
        ("reports-new", "period", ReportingPeriod), ("reports-new", "copy_of", Report),
        ("appeals-new", "board", AppealBoard), ("appeals-new", "department", Department),
    ],
)  # fmt: skip
def test_a_form_refuses(world: World, desk: Client, name: str, field: str, model: type[models.Model]) -> None:
    before = state()
    for key in (foreign(world, model), NOBODY):
        assert codes(desk.post(house_form(world, name), {field: key}).context["form"], field) & REFUSED, key
    assert state() == before


@pytest.mark.parametrize("name", ["enquiries-new", "enquiries-correct"])
@pytest.mark.parametrize(
    ("field", "model"),
    [("department", Department), ("type", EnquiryType), ("first_channel", Channel), ("primary_channel", Channel),
     ("matters-0-department", Department), ("matters-0-theme", Theme), ("matters-0-tags", Tag)],
)  # fmt: skip
def test_an_enquiry_refuses(world: World, desk: Client, name: str, field: str, model: type[models.Model]) -> None:
    with scope(world.here.municipality):
        Tag.objects.get_or_create(name="Vores mærke")
    own = [world.here.keys["enquiry"]] if name == "enquiries-correct" else []
    foreign_key, before = foreign(world, model), state()
    for key in (foreign_key, NOBODY):
        given = {"received_on": f"{DAY:%d-%m-%Y}", "matters-count": "1", "version": "1", field: key}
        response = desk.post(reverse(name, args=["0165", *own]), given)
        assert response.status_code == 422
        sheet = response.context["sheet"]
        assert codes(sheet.matters[0] if "-" in field else sheet.form, field.rpartition("-")[2]) == {"invalid_choice"}
    assert state() == before


def test_the_same_citizen_is_looked_for_in_the_own_register(world: World, desk: Client) -> None:
    given = {"received_on": "2-5-2024", "matters-count": "1", "same_citizen_as": "42/2024"}
    response = desk.post("/0165/enquiries/new/", given)
    assert "same_citizen_as" in response.context["sheet"].form.errors


def test_a_remark_of_another_municipality_is_no_field(world: World, desk: Client) -> None:
    key = foreign(world, RemarkTheme)
    decision = world.here.keys["decision"]
    with scope(world.here.municipality):
        board = AppealBoard.objects.first()
        given = {"board": board.pk, "received_on": "2-5-2024", "rejected": "no", "department": "none", "version": "1"}
    desk.post(f"/0165/appeals/{decision}/", given | {f"theme-{key}": "on", f"qualifier-{key}": "x"})
    with scope(world.here.municipality):
        assert not AppealDecision.objects.get(pk=decision).remarks.exists()


def test_a_mapped_name_cannot_stand_for_another_municipalitys_row(world: World, desk: Client) -> None:
    for key in (foreign(world, Department), NOBODY, "²", "9" * 5000, "x", "\x00"):
        given = {"do": "choose", "name-0": "Ukendt", "name-field-0": "department", "key-0": key, "overwrite": key}
        desk.post(reverse("imports-show", args=["0165", world.here.keys["run"]]), given)
        with scope(world.here.municipality):
            run = ImportRun.objects.get(pk=world.here.keys["run"])
        assert (run.state, run.plan["problems"][0]["value"]) == (ImportRun.State.REFUSED, "Ukendt")


def test_a_hand_correction_of_another_municipality_is_not_overwritten(world: World, desk: Client) -> None:
    before = _rows(world.other)
    address = reverse("imports-show", args=["0165", world.here.keys["run"]])
    desk.post(address, {"do": "choose", "keep": "no", "overwrite": [str(world.other.keys["enquiry"])]})
    desk.post(address, {"do": "apply"})
    assert _rows(world.other) == before


def _rows(house: House) -> list[tuple[Any, ...]]:
    with scope(house.municipality):
        return list(Enquiry.objects.values_list())


FILTERS = {
    "enquiries": {"department": Department, "unit": Department, "theme": Theme, "subtheme": Theme, "type": EnquiryType,
                  "channel": Channel, "tag": Tag, "period": ReportingPeriod},
    "appeals": {"department": Department, "body": AppealBoard, "remark": RemarkTheme, "period": ReportingPeriod},
}  # fmt: skip


@pytest.mark.parametrize("place", FILTERS)
def test_a_filter_does_not_tell_whether_another_has_the_row(world: World, desk: Client, place: str) -> None:
    for field, model in FILTERS[place].items():
        for start in ("", "not_"):
            key = foreign(world, model)
            theirs, nobodys = (_told(desk, f"/0165/{place}/?{start}{field}={one}") for one in (key, NOBODY))
            assert theirs == nobodys, field


def _told(desk: Client, address: str) -> tuple[int, list[str]]:
    """How many rows are found, and what the tags say was asked for."""
    context = desk.get(address).context
    return context["page"].paginator.count, [tag.text for tag in context["tags"]]


ODD = ["²", "٣", "9" * 5000, "1," * 3000, "-1", "1e3", "%00", "'", "a,b,²", "9" * 25]


REGISTER = ("department", "unit", "theme", "tag", "role", "month", "type", "duration", "period", "page", "text",
            "order", "received_from", "body", "outcome", "remark")  # fmt: skip
PLACES = {
    "enquiries/": REGISTER, "appeals/": REGISTER, "office/themes/": ("under",), "office/provisions/": ("under",),
    "office/departments/new/": ("parent",), "office/themes/new/": ("taxonomy", "parent"), "statistics/": ("first",),
    "imports/new/": ("kind",), "enquiries/mandate/": ("received_on", "department", "matters-count"),
}  # fmt: skip


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_an_odd_value_in_an_address_is_no_error_of_the_program(world: World, desk: Client, value: str) -> None:
    desk.raise_request_exception = False
    for place, names in PLACES.items():
        for name in names:
            assert desk.get(f"/0165/{place}?{name}={value}").status_code < 500, (place, name)


@pytest.mark.parametrize("value", ["remove-²", "remove-" + "9" * 5000, "remove--1", "\x00", "add"])
def test_an_odd_wish_is_no_error_of_the_program(world: World, desk: Client, value: str) -> None:
    desk.raise_request_exception = False
    keys = world.here.keys
    addresses = ["enquiries/new/", f"enquiries/{keys['enquiry']}/", f"imports/{keys['run']}/",
                 f"office/themes/{keys['theme']}/map/", f"reports/{keys['report']}/sections/preface/arrange/",
                 "definitions/table/themes/", f"aggregates/{keys['figure']}/", "tallies/", "appeals/new/"]  # fmt: skip
    for place in addresses:
        for field in ("do", "remove", "arrange", "step", "kind", "matters-count", "version", "once"):
            assert desk.post(f"/0165/{place}", {field: value}).status_code < 500, (place, field)
