"""Registering, correcting and removing an enquiry."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.models import Event
from ombud.audit.record import history
from ombud.casework.actions import enquiries
from ombud.casework.actions.citizens import link
from ombud.casework.actions.contacts import log_contact, remove_contact
from ombud.casework.actions.enquiries import ChangedMeanwhile, MatterInput, correct, next_number, register, remove
from ombud.casework.actions.tallies import tally
from ombud.casework.models import Enquiry, Matter, Tally
from ombud.identity.models import User
from ombud.offices.models import Channel, Department, EnquiryType, Municipality, Theme
from ombud.tenancy.scope import scope
from tests.casework.conftest import Matters, Register

TODAY = date.today()


def test_numbers_run_within_the_year_received(registered: Register) -> None:
    made = [registered(date(2024, 4, 1)), registered(date(2023, 4, 1)), registered(date(2024, 1, 1))]
    assert [str(enquiry) for enquiry in made] == ["1/2024", "1/2023", "2/2024"]
    registered(number=40, year=2024)
    assert next_number(2024) == 41


def test_the_first_matter_is_the_main_one(registered: Register, matter: Matters) -> None:
    enquiry = registered(matters=[matter(), matter("Miljø & Teknik", "Vejledning"), matter("", "")])
    rows = list(enquiry.matters.order_by("position"))
    assert [row.role for row in rows] == ["main", "follow_on", "follow_on"]
    assert rows[1].department.name == "Miljø & Teknik"
    assert (rows[2].department, rows[2].theme) == (None, None)


def test_the_mandate_of_the_day_is_kept(registered: Register) -> None:
    enquiry = registered()
    assert enquiry.mandate is not None
    assert enquiry.mandate.is_in_force(enquiry.received_on)


def test_a_number_is_used_once(registered: Register) -> None:
    registered(number=7, year=2024)
    with pytest.raises(ValidationError) as refused:
        registered(number=7, year=2024)
    assert "7/2024" in refused.value.message_dict["number"][0]
    assert Enquiry.objects.count() == 1


def test_when_another_took_the_number_the_next_one_is_tried(registered: Register) -> None:
    registered()
    with patch.object(enquiries, "next_number", side_effect=[1, 2]):
        assert registered().number == 2


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"received_on": TODAY + timedelta(days=1)}, "received_on"),
        ({"received_on": date(1980, 1, 1)}, "received_on"),
        ({"closed_on": date(2024, 4, 9)}, "closed_on"),
        ({"closed_on": TODAY + timedelta(days=1)}, "closed_on"),
        ({"finished_on": date(2024, 4, 9)}, "finished_on"),
        ({"events_on": date(2024, 4, 11)}, "events_on"),
        ({"matters": []}, "matters"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(registered: Register, fields: dict, key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        registered(**fields)
    assert list(refused.value.message_dict) == [key]
    assert not Enquiry.objects.exists()
    assert not Event.objects.filter(action="enquiry.registered").exists()


def test_a_retired_department_is_refused_after_its_last_day(registered: Register, matter: Matters) -> None:
    Department.objects.filter(name="Miljø & Teknik").update(ends_on=date(2024, 4, 9))
    registered(date(2024, 4, 9), matters=[matter("Miljø & Teknik")])
    with pytest.raises(ValidationError) as refused:
        registered(date(2024, 4, 10), matters=[matter(), matter("Miljø & Teknik")])
    assert list(refused.value.message_dict) == ["matters-1-department"]


def test_a_theme_without_a_subtheme_is_refused(registered: Register) -> None:
    top = Theme.objects.filter(parent=None).first()
    with pytest.raises(ValidationError) as refused:
        registered(matters=[MatterInput(None, top)])
    assert list(refused.value.message_dict) == ["matters-0-theme"]


def test_another_municipalitys_rows_are_refused(registered: Register, ishoej: Municipality) -> None:
    with scope(ishoej):
        foreign = Department.objects.filter(parent=None, ends_on=None).first()
    with pytest.raises(ValidationError) as refused:
        registered(matters=[MatterInput(foreign, None)])
    assert "matters-0-department" in refused.value.message_dict


def test_where_one_channel_is_known_it_is_both(registered: Register) -> None:
    letter = Channel.objects.first()
    assert registered(primary_channel=letter).first_channel == letter
    assert registered(first_channel=letter).primary_channel == letter


def test_a_correction_keeps_rows_and_is_logged(registered: Register, matter: Matters, stranger: User) -> None:
    enquiry = registered(matters=[matter(), matter("Miljø & Teknik")])
    first = enquiry.matters.get(position=1).pk
    kind = EnquiryType.objects.first()
    corrected = correct(
        enquiry=enquiry,
        version=1,
        by=stranger,
        matters=[matter(theme="Vejledning")],
        type=kind,
        closed_on=date(2024, 5, 1),
    )
    assert (corrected.version, corrected.type) == (2, kind)
    assert corrected.corrected_at is not None
    assert [row.pk for row in corrected.matters.all()] == [first]
    line = history(corrected).last()
    assert line.by == str(stranger.pk)
    assert line.changes["matters.1.theme"] == ["Inddragelse", "Vejledning"]
    assert line.changes["closed_on"] == [None, "2024-05-01"]
    assert line.changes["matters.2.department"] == ["Miljø & Teknik", None]


def test_a_correction_of_nothing_writes_nothing(registered: Register, matter: Matters) -> None:
    enquiry = registered()
    same = correct(enquiry=enquiry, version=1, by=None, matters=[matter()])
    assert (same.version, same.corrected_at) == (1, None)
    assert history(enquiry).count() == 1


def test_a_correction_over_another_is_refused(registered: Register, matter: Matters) -> None:
    enquiry = registered()
    correct(enquiry=enquiry, version=1, by=None, matters=[matter()], anonymous=True)
    with pytest.raises(ChangedMeanwhile):
        correct(enquiry=enquiry, version=1, by=None, matters=[matter()], anonymous=False)
    assert Enquiry.objects.get().anonymous is True


def test_a_correction_may_not_take_anothers_number(registered: Register, matter: Matters) -> None:
    registered(number=1)
    second = registered(number=2)
    with pytest.raises(ValidationError):
        correct(enquiry=second, version=1, by=None, matters=[matter()], number=1)
    assert correct(enquiry=second, version=1, by=None, matters=[matter()], number=3).number == 3


def test_what_is_removed_stays_in_the_log(registered: Register) -> None:
    enquiry = registered()
    pk = enquiry.pk
    remove(enquiry=enquiry, by=None)
    assert not Matter.objects.exists()
    line = Event.objects.get(action="enquiry.removed")
    assert line.noun_id == str(pk)
    assert line.changes["received_on"] == ["2024-04-10", None]


def test_contacts_do_not_make_enquiries(registered: Register) -> None:
    enquiry = registered()
    contact = log_contact(enquiry=enquiry, on=date(2024, 4, 12), by=None, channel=Channel.objects.first())
    assert (Enquiry.objects.count(), enquiry.contacts.count()) == (1, 1)
    for day in (date(2024, 4, 9), TODAY + timedelta(days=1)):
        with pytest.raises(ValidationError):
            log_contact(enquiry=enquiry, on=day, by=None)
    remove_contact(contact=contact, by=None)
    assert enquiry.contacts.count() == 0


def test_a_tally_counts_up_and_back_but_not_below_none(in_albertslund: Municipality) -> None:
    for _time in range(3):
        tally(on=TODAY, kind="trivial", by=None)
    assert tally(on=TODAY, kind="trivial", by=None, step=-1).count == 2
    with pytest.raises(ValidationError):
        tally(on=TODAY, kind="sparring", by=None, step=-1)
    with pytest.raises(ValidationError):
        tally(on=TODAY, kind="lunch", by=None)
    assert Tally.objects.get(kind="trivial").count == 2


def test_enquiries_of_one_citizen_all_point_to_the_first(registered: Register) -> None:
    first, second, third = registered(), registered(), registered()
    link(enquiry=second, other=first, by=None)
    link(enquiry=third, other=second, by=None)
    third.refresh_from_db()
    assert third.same_citizen_as == first
    with pytest.raises(ValidationError):
        link(enquiry=first, other=third, by=None)
    link(enquiry=third, other=None, by=None)
    third.refresh_from_db()
    assert third.same_citizen_as is None


def test_a_registration_belongs_to_the_scope(registered: Register, ishoej: Municipality) -> None:
    registered()
    with scope(ishoej):
        assert not Enquiry.objects.exists()


def test_unknown_fields_are_a_mistake_of_the_program(matter: Matters) -> None:
    with pytest.raises(TypeError):
        register(by=None, received_on=date(2024, 4, 1), matters=[matter()], name="Hans")
