"""Opening a case file, its title, links, and that nothing of it can be read without the key."""

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.models import Event
from ombud.casework.actions.case_files.case import correct_case, link_cases, open_case, text_of, unlink_cases
from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.actions.case_files.reading import list_cases, read_case, search_cases
from ombud.casework.actions.enquiries import ChangedMeanwhile, remove
from ombud.casework.models import CaseFile, Note
from ombud.casework.queries.case_files.finding import case_of, find_case, find_part
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import scope
from tests.casework.case_files.conftest import Open, note
from tests.casework.conftest import Register
from tests.cast import Cast
from tests.unlocked import keyring_of, set_up_keys


def test_a_case_is_opened_for_an_existing_registration_and_read_again(
    opened: Open, registered: Register, keys: Keyring, cast: Cast
) -> None:
    enquiry = registered()
    before = type(enquiry).objects.values().get(pk=enquiry.pk)
    case = opened("Hjemmehjælp på Østervej", enquiry=enquiry)
    read = read_case(case.pk, keys=keys, by=cast.asta)
    assert (read.text.title, read.number, read.is_anonymous) == ("Hjemmehjælp på Østervej", str(enquiry), True)
    assert type(enquiry).objects.values().get(pk=enquiry.pk) == before


def test_a_registration_has_one_case_at_most(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    with pytest.raises(ValidationError, match="already"):
        open_case(enquiry=case.enquiry, keys=keys, by=cast.asta)
    assert CaseFile.objects.count() == 1


def test_no_case_before_the_recovery_kit_is_printed_and_typed_back(
    in_albertslund: Municipality, registered: Register, cast: Cast
) -> None:
    from ombud.privacy.actions.kits import confirm_kit, make_kit, typed_back
    from ombud.privacy.actions.offices import make_office_key

    keys, enquiry = keyring_of(cast.asta), registered()
    make_office_key("0165", keys)
    with pytest.raises(ValidationError, match="Print the office's recovery kit"):
        open_case(enquiry=enquiry, keys=keys, by=cast.asta)
    codes = make_kit("0165", keys, "shares")
    with pytest.raises(ValidationError, match="Type a part"):
        open_case(enquiry=enquiry, keys=keys, by=cast.asta)
    confirm_kit("0165", " ".join(typed_back(code) for code in codes))
    assert open_case(enquiry=enquiry, keys=keys, by=cast.asta).pk


def test_a_correction_over_another_is_refused(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    given = {"preferred_contact": "phone", "contact_note": "Only before noon", "keys": keys, "by": cast.asta}
    correct_case(case=case, version=1, title="Ny titel", **given)
    with pytest.raises(ChangedMeanwhile):
        correct_case(case=case, version=1, title="En anden", **given)
    stored = CaseFile.objects.get(pk=case.pk)
    assert (text_of(stored, keys).title, stored.version) == ("Ny titel", 2)


def test_a_correction_that_changes_nothing_writes_nothing(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    lines = Event.objects.count()
    text = text_of(case, keys)
    correct_case(case=case, version=1, title=text.title, preferred_contact="", contact_note="", keys=keys, by=cast.asta)
    assert (CaseFile.objects.get(pk=case.pk).version, Event.objects.count()) == (1, lines)


def test_two_cases_are_linked_and_parted(opened: Open, keys: Keyring, cast: Cast) -> None:
    one, other = opened("Den ene"), opened("Den anden")
    linked = link_cases(case=one, version=1, other=other, sentence="Samme afgørelse", keys=keys, by=cast.asta)
    assert [(link.case, link.sentence) for link in text_of(linked, keys).links] == [(str(other.pk), "Samme afgørelse")]
    with pytest.raises(ValidationError):
        link_cases(case=linked, version=2, other=one, sentence="", keys=keys, by=cast.asta)
    parted = unlink_cases(case=linked, version=2, other_id=str(other.pk), keys=keys, by=cast.asta)
    assert text_of(parted, keys).links == ()


def test_another_municipality_finds_it_nowhere(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    set_up_keys(cast.ishoej, cast.asta)
    keys = keyring_of(cast.asta)
    row = write_note(case=case, text=note("Rollator"), keys=keys, by=cast.asta)
    with scope(cast.ishoej):
        for model, pk in ((CaseFile, case.pk), (Note, row.pk)):
            with pytest.raises(model.DoesNotExist):
                find_case(pk, keys) if model is CaseFile else find_part(model, pk, keys)
        assert list_cases(municipality=cast.ishoej, keys=keys, by=cast.asta).total == 0
        assert search_cases("rollator", municipality=cast.ishoej, keys=keys, by=cast.asta) == []


def test_who_holds_no_key_finds_no_case(case: CaseFile, cast: Cast) -> None:
    keyless = keyring_of(cast.carla)
    with pytest.raises(CaseFile.DoesNotExist):
        read_case(case.pk, keys=keyless, by=cast.carla)
    assert case_of(case.enquiry, keyless) is None


def test_a_registration_with_a_case_is_not_removed(case: CaseFile, cast: Cast) -> None:
    with pytest.raises(ValidationError):
        remove(enquiry=case.enquiry, by=cast.asta)


def test_nothing_of_a_case_stands_in_the_clear(opened: Open, keys: Keyring, cast: Cast) -> None:
    case = opened("Mærkesten")
    write_note(case=case, text=note("Mærkesten", title="Mærkesten"), keys=keys, by=cast.asta)
    for model in (CaseFile, Note):
        for row in model.objects.values():
            assert b"M\xc3\xa6rkesten" not in b"".join(
                bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode() for value in row.values()
            )


def test_reading_and_searching_write_a_line_before_anything_is_opened(
    case: CaseFile, keys: Keyring, cast: Cast
) -> None:
    Event.objects.filter()
    before = Event.objects.count()
    read_case(case.pk, keys=keys, by=cast.asta)
    list_cases(municipality=cast.albertslund, keys=keys, by=cast.asta)
    search_cases("hjemmehjælp", municipality=cast.albertslund, keys=keys, by=cast.asta)
    lines = list(Event.objects.order_by("pk"))[before:]
    assert [line.action for line in lines] == ["case.read", "cases.listed", "cases.searched"]
    assert [line.case for line in lines] == [case.pk, None, None]
    assert "hjemmehj" not in str([line.__dict__ for line in lines])


def test_without_its_line_no_case_is_read(
    case: CaseFile, keys: Keyring, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ombud.casework.actions.case_files import logging, reading

    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError("the log is full")

    def never(*_args: object) -> None:
        raise AssertionError("opened without a line")

    monkeypatch.setattr(logging, "record_case", broken)
    monkeypatch.setattr(reading, "opened_case", never)
    with pytest.raises(RuntimeError):
        read_case(case.pk, keys=keys, by=cast.asta)
