"""The pages of the set-up that are the same for every noun."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from ombud.casework.actions.enquiries import MatterInput, register
from ombud.desk.office.nouns import NOUNS
from ombud.identity.models import User
from ombud.offices.models import Channel, Closure, Department, Municipality, ReportingPeriod, Staffing, Taxonomy, Theme
from ombud.tenancy.scope import scope


def address(name: str, *args: object, code: str = "0165") -> str:
    return reverse(f"office-{name}", args=[code, *args])


@pytest.mark.parametrize("noun", NOUNS)
def test_every_list_and_every_new_page_opens(desk: Client, noun: str) -> None:
    assert desk.get(address("list", noun)).status_code == 200
    assert desk.get(address("new", noun), follow=True).status_code == 200


@pytest.mark.parametrize("noun", NOUNS)
def test_every_row_can_be_opened(client: Client, noun: str, ishoej: Municipality, adviser_of_both: User) -> None:
    client.force_login(adviser_of_both)
    with scope(ishoej):
        row = NOUNS[noun].model._default_manager.first()
    if row is None:
        pytest.skip("Ishøj has none of these")
    for name in ("correct", "remove"):
        assert client.get(address(name, noun, row.pk, code="0183")).status_code == 200


@pytest.mark.parametrize("name", ["index", "facts", "merge", "mandate", "taxonomy", "profile"])
def test_the_other_pages_open(desk: Client, name: str) -> None:
    assert desk.get(address(name)).status_code == 200


def test_an_unknown_part_is_not_found(desk: Client) -> None:
    assert desk.get(address("list", "giraffes")).status_code == 404


def test_whoever_has_not_logged_in_is_sent_to_the_door(client: Client, albertslund: Municipality) -> None:
    response = client.get(address("index"))
    assert response.status_code == 302
    assert "login" in response["Location"]


def test_a_foreign_municipality_is_not_found(desk: Client, ishoej: Municipality) -> None:
    assert desk.get(address("index", code="0183")).status_code == 404


def test_a_row_of_a_foreign_municipality_is_not_found(desk: Client, ishoej: Municipality) -> None:
    with scope(ishoej):
        foreign = Channel.objects.first()
    assert desk.get(address("correct", "channels", foreign.pk)).status_code == 404
    assert desk.post(address("remove", "channels", foreign.pk)).status_code == 404
    with scope(ishoej):
        assert Channel.objects.filter(pk=foreign.pk).exists()


def test_a_channel_is_added(desk: Client, albertslund: Municipality) -> None:
    typed = {"name": "Brevdue", "name_en": "Pigeon", "aliases": "Due\nDue\nFlyvepost", "order": "9"}
    response = desk.post(address("new", "channels"), typed)
    assert response.status_code == 302
    with scope(albertslund):
        assert Channel.objects.get(name="Brevdue").aliases == ["Due", "Flyvepost"]


def test_a_name_that_is_taken_is_refused_and_what_was_typed_stays(desk: Client, albertslund: Municipality) -> None:
    response = desk.post(address("new", "channels"), {"name": "Telefon", "aliases": "Trådløs", "order": "9"})
    assert response.status_code == 200
    assert "name" in response.context["form"].errors
    assert "Trådløs" in response.content.decode()


def test_a_period_is_typed_with_danish_dates_and_a_decimal_comma(desk: Client, albertslund: Municipality) -> None:
    typed = {"name": "2025/26", "starts_on": "1-4-2025", "ends_on": "31.03.2026", "months_closed": "1,5"}
    assert desk.post(address("new", "periods"), typed).status_code == 302
    with scope(albertslund):
        period = ReportingPeriod.objects.get(name="2025/26")
        assert (period.starts_on, period.ends_on) == (date(2025, 4, 1), date(2026, 3, 31))
        assert str(period.months_closed) == "1.5"


def test_a_period_that_ends_before_it_begins_is_refused(desk: Client, albertslund: Municipality) -> None:
    typed = {"name": "Bagvendt", "starts_on": "1-4-2025", "ends_on": "1-3-2025", "months_closed": "0"}
    response = desk.post(address("new", "periods"), typed)
    assert response.status_code == 200
    assert response.context["form"].errors


@pytest.mark.parametrize(
    ("shares", "good"), [("Hvidovre 60\nIshøj: 40 %", True), ("Hvidovre 60", False), ("Hvidovre", False)]
)
def test_staffing_is_shared_to_a_hundred(desk: Client, albertslund: Municipality, shares: str, good: bool) -> None:
    typed = {"starts_on": "1-1-2024", "ends_on": "", "fte": "1,0", "shares": shares}
    assert desk.post(address("new", "staffing"), typed).status_code == (302 if good else 200)
    with scope(albertslund):
        assert Staffing.objects.count() == int(good)


def test_a_closure_is_added_and_removed(desk: Client, albertslund: Municipality) -> None:
    typed = {"starts_on": "1-7-2024", "ends_on": "31-7-2024", "kind": "vacancy", "note": ""}
    desk.post(address("new", "closures"), typed)
    with scope(albertslund):
        closure = Closure.objects.get()
    response = desk.post(address("remove", "closures", closure.pk), follow=True)
    assert response.status_code == 200
    with scope(albertslund):
        assert not Closure.objects.exists()


def department_form(**changes: str) -> dict[str, str]:
    return {"name": "Miljø & Teknik", "aliases": "Teknik", "parent": "", "order": "5", **changes}


def test_a_department_renamed_keeps_its_old_name_as_an_alias(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        row = Department.objects.get(name="Miljø & Teknik")
    assert desk.post(address("correct", "departments", row.pk), department_form(name="Klima")).status_code == 302
    with scope(albertslund):
        row.refresh_from_db()
        assert row.name == "Klima"
        assert set(row.aliases.values_list("name", flat=True)) == {"Teknik", "Miljø & Teknik"}


def test_an_alias_in_use_elsewhere_leaves_everything_as_it_was(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        row = Department.objects.get(name="Miljø & Teknik")
    typed = department_form(name="Klima", aliases="Børn og Familie")
    response = desk.post(address("correct", "departments", row.pk), typed)
    assert "aliases" in response.context["form"].errors
    with scope(albertslund):
        row.refresh_from_db()
        assert row.name == "Miljø & Teknik"


def test_a_last_day_before_a_registration_is_refused_with_the_reason(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        row = Department.objects.get(name="Miljø & Teknik")
        register(by=None, received_on=date(2024, 6, 20), matters=[MatterInput(department=row, theme=None)])
    response = desk.post(address("correct", "departments", row.pk), department_form(ends_on="1-6-2024"))
    assert "ends_on" in response.context["form"].errors
    response = desk.get(address("remove", "departments", row.pk))
    assert 'type="submit">Fjern' not in response.content.decode().split("<main")[1]
    response = desk.post(address("remove", "departments", row.pk))
    with scope(albertslund):
        assert Department.objects.filter(pk=row.pk).exists()


def test_departments_are_merged(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        rows = list(Department.objects.filter(name__in=["Børn & Familie", "Dagtilbud & Skole"]))
    typed = {"departments": [row.pk for row in rows], "into": "", "name": "Børn & Skole", "on": "1-1-2026"}
    assert desk.post(address("merge"), typed).status_code == 302
    with scope(albertslund):
        assert Department.objects.get(name="Børn & Skole").starts_on == date(2026, 1, 1)
        assert Department.objects.get(pk=rows[0].pk).ends_on == date(2025, 12, 31)


def test_a_merger_without_a_name_says_so(desk: Client, albertslund: Municipality) -> None:
    response = desk.post(address("merge"), {"departments": [], "into": "", "name": "", "on": "31-2-2026"})
    assert set(response.context["form"].errors) == {"departments", "name", "on"}


def test_a_department_is_split_and_a_unit_is_moved(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        whole = Department.objects.get(name="Kultur, Fritid & Ejendomme")
        unit = Department.objects.get(name="Familieafsnittet")
        place = Department.objects.get(name="Dagtilbud & Skole")
    assert desk.get(address("split", whole.pk)).status_code == 200
    assert desk.get(address("move", unit.pk)).status_code == 200
    assert desk.post(address("split", whole.pk), {"names": "Kultur\nEjendomme", "on": "1-1-2026"}).status_code == 302
    assert desk.post(address("move", unit.pk), {"parent": place.pk, "on": "1-1-2026"}).status_code == 302
    with scope(albertslund):
        assert Department.objects.filter(name__in=["Kultur", "Ejendomme"], starts_on=date(2026, 1, 1)).count() == 2
        assert Department.objects.get(name="Familieafsnittet").parent == place


def test_a_new_mandate_begins_with_the_latest(desk: Client, albertslund: Municipality) -> None:
    shown = desk.get(address("mandate")).context["form"]
    typed = {name: value for name, value in shown.initial.items() if value not in (None, False)}
    typed |= {"name": "Vedtægt 2026", "starts_on": "1-1-2026", "age_limit_months": "12"}
    assert desk.post(address("mandate"), typed).status_code == 302
    page = desk.get(address("list", "mandates")).content.decode()
    assert "Vedtægt 2026" in page


def test_a_type_gets_a_new_meaning(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        row = NOUNS["types"].model._default_manager.get(name="Klage")
    assert desk.get(address("define", row.pk)).status_code == 200
    response = desk.post(address("define", row.pk), {"starts_on": "1-1-2026", "text": "Noget andet."}, follow=True)
    assert "Noget andet." in response.content.decode()


def test_a_theme_is_retired_and_a_version_made_and_mapped(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        old = Theme.objects.get(name="Notatpligt")
    assert desk.get(address("retire", old.pk)).status_code == 200
    assert desk.post(address("retire", old.pk), {"ends_on": "31-12-2025"}).status_code == 302
    typed = {"name": "Korte temaer", "starts_on": "1-1-2026", "source": "taxonomy-short.json"}
    response = desk.post(address("taxonomy"), typed, follow=True)
    assert "Sagen går ikke hurtigt nok" in response.content.decode()
    with scope(albertslund):
        made = Taxonomy.objects.get(name="Korte temaer")
        new = Theme.objects.get(taxonomy=made, name="Sagen er ikke oplyst nok")
    desk.post(address("map", new.pk), {"target": old.pk, "note": ""})
    with scope(albertslund):
        mapping = new.mapped_to.get(target=old)
    assert old.name in desk.get(address("map", new.pk)).content.decode()
    desk.post(address("map", new.pk), {"remove": mapping.pk})
    with scope(albertslund):
        assert not new.mapped_to.filter(target=old).exists()


def test_facts_and_duration_bands_are_changed(desk: Client, albertslund: Municipality) -> None:
    form = desk.get(address("facts")).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    typed["reservations"] = "Første.\nAnden."
    typed["limits"] = "0, 14"
    typed["outside_bodies"] = ""
    assert desk.post(address("facts"), typed).status_code == 302
    albertslund.refresh_from_db()
    assert albertslund.reservations == ["Første.", "Anden."]
    assert [band["most_days"] for band in albertslund.duration_bands] == [0, 14, None]


@pytest.mark.parametrize("limits", ["7, 7", "syv", "1,5 dage"])
def test_wrong_duration_bands_are_refused(desk: Client, albertslund: Municipality, limits: str) -> None:
    form = desk.get(address("facts")).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields} | {"limits": limits, "name": "Andetsteds"}
    response = desk.post(address("facts"), typed)
    assert "limits" in response.context["form"].errors
    albertslund.refresh_from_db()
    assert albertslund.name == "Albertslund"


def test_the_overview_tells_what_is_missing(client: Client, ishoej: Municipality, adviser_of_both: User) -> None:
    client.force_login(adviser_of_both)
    missing = client.get(address("index", code="0183")).context["missing"]
    assert {place for _text, place in missing} >= {address("small-counts", code="0183")}


def test_the_profile_is_downloaded_as_json(desk: Client) -> None:
    response = desk.get(address("profile"))
    assert response["Content-Disposition"] == 'attachment; filename="0165.json"'
    assert response.json()["name"] == "Albertslund"


def test_themes_are_offered_in_reading_order(desk: Client, albertslund: Municipality) -> None:
    form = desk.get(address("new", "theme-groups")).context["form"]
    with scope(albertslund):  # the choices are asked for here
        offered = [label for _key, label in form.fields["themes"].choices]
    assert offered[:3] == ["Andet › Anden offentligretlig lovgivning", "Andet › Privatretlige spørgsmål",
                           "GDPR › Behandlingssikkerhed"]  # fmt: skip
    at = offered.index("Forvaltningsloven › Begrundelse")
    assert offered[at + 1] == "Forvaltningsloven › Begrundelse › Afgørelsesbegrebet"
    assert offered[at + 3] == "Forvaltningsloven › Klagevejledning"


def test_a_column_with_nothing_in_it_is_left_out(desk: Client, albertslund: Municipality) -> None:
    with_dates = desk.get(address("list", "periods")).context["listing"].headings
    without = desk.get(address("list", "channels")).context["listing"].headings
    assert len(with_dates) >= 1
    assert len(without) == 1
