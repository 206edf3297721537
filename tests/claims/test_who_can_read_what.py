"""Each row of the table »Who can read what« of docs/security.md, which the product prints on the page »secrecy«."""

import io
import re
import uuid
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import get_resolver, reverse

from ombud.audit.models import Event
from ombud.casework.actions.case_files.conflicts import declare_conflict
from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.contents.note import NoteText
from ombud.casework.storing.files import path_of
from ombud.desk.access import NEEDS
from ombud.offices.actions.keys import access, kits
from ombud.offices.actions.memberships import appoint, correct
from ombud.offices.models import Membership
from ombud.offices.queries.memberships import case_members, case_offices_of
from ombud.offices.roles import Permission, may
from ombud.privacy.actions import people
from ombud.privacy.actions.offices import holders
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import OfficeWrap, Slot
from ombud.privacy.sealing.errors import CannotOpen, NeedsRecovery, NoAccess, WrongSecret
from ombud.tenancy.scope import everywhere, scope
from tests.cast import Cast
from tests.claims.office import MARKERS, Office, logged_in, make_office, person_in, shown_markers
from tests.house.addresses import names
from tests.unlocked import PASSPHRASE, keyring_of, unlock_browser

CASE_PAGES = sorted(name for name in NEEDS if name.startswith(("cases-", "inbox-")))


@pytest.fixture
def office(cast: Cast) -> Office:
    return make_office(cast)


def at(name: str, office: Office, *, case: object = None, code: str = "0165") -> str:
    """The address of a page of the case, whatever parts it names."""
    parts = {
        "case": case or office.case.pk, "part": uuid.UUID(int=1), "enquiry": office.enquiry.pk,
        "document": office.document.pk, "page": 1, "item": uuid.UUID(int=1),
    }  # fmt: skip
    wanted = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
    return reverse(name, kwargs={part: code if part == "code" else parts[part] for part in wanted})


def everything_stored() -> Iterator[str]:
    """Every row of both databases, and every file, as whoever stole them reads them."""
    with everywhere("a thief reads all rows"):
        for model in apps.get_models(include_auto_created=True):
            for row in getattr(model, "unscoped", model._base_manager).values_list():
                yield "\n".join(_as_text(value) for value in row)
    for path in settings.OMBUD_HOME.rglob("*"):
        if path.is_file():
            yield path.read_bytes().decode("utf-8", "replace")


class TestThiefOfTheDatabaseOrADisk:
    def test_reads_registrations_user_names_and_the_skeleton_of_the_log(self, office: Office) -> None:
        text = "\n".join(everything_stored())
        assert office.cast.asta.email in text
        assert str(office.enquiry.received_on) in text
        assert "case.opened" in text

    def test_finds_no_name_text_or_document(self, office: Office) -> None:
        text = "\n".join(everything_stored())
        assert shown_markers(text) == []
        assert path_of(office.document.file).stat().st_size > 0

    def test_the_search_finds_what_is_not_sealed(self, office: Office) -> None:
        """The test above can fail."""
        office.cast.bo.name = MARKERS["note"]
        office.cast.bo.save()
        assert shown_markers("\n".join(everything_stored())) == ["note"]

    def test_cannot_use_the_keys_that_are_stored(self, office: Office) -> None:
        person = str(office.cast.asta.pk)
        stored = [bytes(slot.sealed) for slot in Slot.objects.all()] + [
            bytes(w.sealed) for w in OfficeWrap.objects.all()
        ]
        tried = [blob[start : start + 32] for blob in stored for start in range(len(blob) - 32)]
        assert len(tried) > 100
        for key in tried:
            with pytest.raises((CannotOpen, NoAccess)):
                Keyring(person, key, frozenset(["0165"])).case_seals(office.case.pk)

    def test_sees_only_padded_sizes(self, office: Office) -> None:
        sizes = set()
        with scope(office.here):
            for length in range(1, 200, 7):
                text = NoteText(on=office.enquiry.received_on, text="x" * length)
                sizes.add(len(write_note(case=office.case, text=text, keys=office.keys, by=office.cast.asta).sealed))
        assert len(sizes) <= 5


class TestDepartment:
    def test_has_no_page_of_a_case(self, office: Office) -> None:
        client = logged_in(person_in("department_contact", office.here))
        for name in CASE_PAGES:
            for answer in (client.get(at(name, office)), client.post(at(name, office))):
                assert answer.status_code in (403, 405), name
                assert shown_markers(answer.content.decode()) == []

    def test_cannot_see_that_a_citizen_has_a_case(self, office: Office) -> None:
        client = logged_in(person_in("department_contact", office.here))
        there, nowhere = at("cases-show", office), at("cases-show", office, case=uuid.uuid4())
        answers = [client.get(address) for address in (there, nowhere)]
        bodies = [a.content.decode().replace(p, "") for a, p in zip(answers, (there, nowhere), strict=True)]
        assert answers[0].status_code == answers[1].status_code == 403
        assert _without_tokens(bodies[0]) == _without_tokens(bodies[1])

    def test_may_do_nothing_in_the_register_either(self) -> None:
        role = Membership.Role.DEPARTMENT_CONTACT
        kept = {Permission.CASES, Permission.REGISTER, Permission.DRILL, Permission.STATISTICS, Permission.LOG}
        assert not any(may(role, permission) for permission in kept)


class TestReaderOfTheMunicipalitysDocumentSystem:
    def test_gets_what_the_adviser_chose_and_nothing_else(self, office: Office) -> None:
        client = logged_in(office.cast.asta)
        unlock_browser(client, office.cast.asta)
        typed = {
            "recipient": "Journalen", "purpose": "Svar", "on": "1-5-2024", "ground": "law", "law": "Lov § 1",
            "parts": [f"note:{office.note.pk}", f"document:{office.document.pk}"],
        }  # fmt: skip
        made = client.post(at("cases-disclose", office), typed)
        archive = client.get(made["Location"] + "archive/")
        packed = zipfile.ZipFile(io.BytesIO(archive.getvalue()))
        text = "\n".join([*packed.namelist(), *(packed.read(name).decode() for name in packed.namelist())])
        assert sorted(shown_markers(text)) == ["document", "file", "note"]

    def test_nothing_leaves_by_itself(self, office: Office, mailoutbox: list[object]) -> None:
        assert mailoutbox == []


class TestArchiveAndAccessRequest:
    def test_the_adviser_decides_and_the_log_keeps_why(self, office: Office) -> None:
        client = logged_in(office.cast.asta)
        unlock_browser(client, office.cast.asta)
        page = client.post(at("cases-print", office), {"purpose": "access_request"})
        assert "note" in shown_markers(page.content.decode())
        line = Event.objects.filter(action="case.read", case=office.case.pk).last()
        assert line is not None
        assert (line.purpose, line.role) == ("access_request", "adviser")

    def test_without_a_purpose_nothing_is_printed(self, office: Office) -> None:
        client = logged_in(office.cast.asta)
        unlock_browser(client, office.cast.asta)
        answer = client.post(at("cases-print", office), {"purpose": ""})
        assert answer.status_code == 422
        assert shown_markers(answer.content.decode()) == []


class TestAdministratorOfTheProgram:
    def test_has_users_code_lists_and_the_skeleton_of_the_log(self, office: Office) -> None:
        client = logged_in(person_in("administrator", office.here))
        for name in ("members-list", "office-index", "log-list"):
            assert client.get(reverse(name, args=["0165"])).status_code == 200, name
        assert shown_markers(client.get(reverse("log-list", args=["0165"])).content.decode()) == []

    def test_has_no_page_of_a_case_also_not_with_keys_of_his_own(self, office: Office) -> None:
        user = person_in("administrator", office.here)
        keyring_of(user)
        client = logged_in(user)
        unlock_browser(client, user)
        for name in CASE_PAGES:
            for answer in (client.get(at(name, office)), client.post(at(name, office))):
                assert answer.status_code in (403, 405), name

    def test_does_not_let_himself_in(self, office: Office) -> None:
        user = person_in("administrator", office.here)
        for role in Membership.Role.values:
            with pytest.raises(ValidationError):
                appoint(user=user, municipality=office.here, by=user, role=Membership.Role(role))

    def test_gives_by_an_appointment_no_key(self, office: Office) -> None:
        user = person_in("adviser", office.here)
        keys = keyring_of(user)
        assert keys.offices == {"0165"}
        with pytest.raises(NoAccess):
            keys.case_seals(office.case.pk)
        assert str(user.pk) not in holders("0165")

    def test_opens_nothing_by_resetting_the_advisers_log_in(self, office: Office) -> None:
        person = str(office.cast.asta.pk)
        people.require_recovery(person)
        with pytest.raises(NeedsRecovery):
            people.unlock(person, PASSPHRASE)


class TestItWithTheIdentityProvider:
    def test_comes_to_the_locked_page(self, office: Office) -> None:
        client = logged_in(office.cast.asta)
        for name in CASE_PAGES:
            answer = client.get(at(name, office))
            if answer.status_code != 405:
                assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("unlock")), name
            assert client.post(at(name, office)).status_code in (302, 405), name

    def test_does_not_unlock_and_is_seen(self, office: Office) -> None:
        client = logged_in(office.cast.asta)
        answer = client.post(reverse("unlock"), {"passphrase": "noget helt andet, femten tegn"})
        assert answer.status_code == 422
        assert Event.objects.filter(action="keys.unlock_failed", by=str(office.cast.asta.pk)).count() == 1

    def test_sets_no_passphrase_in_place_of_the_advisers(self, office: Office) -> None:
        person = str(office.cast.asta.pk)
        with pytest.raises(WrongSecret):
            people.change_passphrase(person, "noget helt andet, femten tegn", "en ny, som nogen har fundet på")
        with pytest.raises(ValidationError):
            people.make_user_key(person, "en ny, som nogen har fundet på")
        assert people.unlock(person, PASSPHRASE)


class TestItWithRootOnTheRunningMachine:
    """»Can change the program and catch a passphrase«: not preventable in software, so the page has to say it."""

    def test_the_page_says_so(self, office: Office) -> None:
        client = logged_in(office.cast.asta)
        client.cookies["django_language"] = "da"
        assert "root" in client.get(reverse("secrecy")).content.decode()

    def test_does_not_read_what_is_locked(self, office: Office) -> None:
        """With the program, its settings, both databases and the sessions, but no passphrase and no cookie."""
        client = logged_in(office.cast.asta)
        unlock_browser(client, office.cast.asta)
        client.post(reverse("keys-lock"))
        session = dict(client.session.items())
        secrets = [value.encode() for value in _texts(session)] + [settings.SECRET_KEY.encode()]
        for secret in secrets:
            with pytest.raises((CannotOpen, NoAccess, ValueError)):
                Keyring(str(office.cast.asta.pk), secret[:32].ljust(32, b"\0"), frozenset(["0165"])).case_seals(
                    office.case.pk
                )


class TestAdviserOfAnotherMunicipality:
    def test_finds_nothing(self, office: Office) -> None:
        user = person_in("adviser", office.cast.ishoej)
        keyring_of(user)
        client = logged_in(user)
        unlock_browser(client, user)
        for name in CASE_PAGES:
            for code in ("0165", "0183"):
                for answer in (client.get(at(name, office, code=code)), client.post(at(name, office, code=code))):
                    if not (code == "0183" and name in ("cases-list", "inbox-list", "cases-recognise")):
                        assert answer.status_code in (404, 405), (name, code)
                    assert shown_markers(answer.content.decode()) == [], (name, code)

    def test_opens_nothing(self, office: Office) -> None:
        user = person_in("adviser", office.cast.ishoej)
        with pytest.raises(NoAccess):
            keyring_of(user).case_seals(office.case.pk)
        pretended = Keyring(str(user.pk), people.unlock(str(user.pk), PASSPHRASE), frozenset(["0165"]))
        with pytest.raises(NoAccess):
            pretended.case_seals(office.case.pk)

    def test_one_who_serves_both_sees_each_apart(self, office: Office) -> None:
        client = logged_in(office.cast.asta)
        unlock_browser(client, office.cast.asta)
        assert MARKERS["title"] in client.get(reverse("cases-list", args=["0165"])).content.decode()
        assert MARKERS["title"] not in client.get(reverse("cases-list", args=["0183"])).content.decode()
        found = client.post(reverse("cases-list", args=["0183"]), {"words": MARKERS["note"]})
        assert "things" not in found.content.decode()


class TestFormerDeputy:
    def deputy(self, office: Office) -> tuple[Membership, Keyring, bytes]:
        user = person_in("deputy", office.here)
        keyring_of(user)
        access.grant(municipality=office.here, to=user, keys=office.keys, by=office.cast.asta)
        key = people.unlock(str(user.pk), PASSPHRASE)
        return Membership.objects.get(user=user), Keyring(str(user.pk), key, frozenset(["0165"])), key

    def test_reads_while_appointed(self, office: Office) -> None:
        _membership, keys, _key = self.deputy(office)
        assert keys.case_seals(office.case.pk)

    def test_before_the_first_day_nothing_is_opened(self, office: Office) -> None:
        membership, _keys, _key = self.deputy(office)
        tomorrow = date.today() + timedelta(days=1)
        correct(membership=membership, starts_on=tomorrow, ends_on=tomorrow, by=None)
        assert case_offices_of(membership.user, date.today()) == frozenset()
        assert case_offices_of(membership.user, tomorrow) == frozenset(["0165"])

    def test_after_the_last_day_the_pages_are_closed(self, office: Office) -> None:
        membership, _keys, _key = self.deputy(office)
        client = logged_in(membership.user)
        unlock_browser(client, membership.user)
        assert client.get(at("cases-show", office)).status_code == 200
        Membership.objects.filter(pk=membership.pk).update(
            starts_on=date.today() - timedelta(days=9), ends_on=date.today() - timedelta(days=1)
        )
        assert client.get(at("cases-show", office)).status_code == 404

    def test_with_the_old_key_in_hand_nothing_is_read_after_rotation(self, office: Office) -> None:
        membership, _keys, key = self.deputy(office)
        Membership.objects.filter(pk=membership.pk).update(
            starts_on=date.today() - timedelta(days=9), ends_on=date.today() - timedelta(days=1)
        )
        assert access.settle(municipality=office.here, keys=office.keys, by=office.cast.asta)
        assert str(membership.user.pk) not in case_members(office.here, date.today())
        kept = Keyring(str(membership.user.pk), key, frozenset(["0165"]))
        with pytest.raises(NoAccess):
            kept.case_seals(office.case.pk)
        with pytest.raises(NoAccess):
            kept.office_seals("0165")
        assert office.keys.case_seals(office.case.pk)

    def test_prints_no_kit_to_keep(self, office: Office) -> None:
        membership, keys, _key = self.deputy(office)
        with pytest.raises(ValidationError):
            kits.make_kit(municipality=office.here, kind="envelope", keys=keys, by=membership.user)
        with pytest.raises(ValidationError):
            kits.confirm_kit(municipality=office.here, typed="", by=membership.user)

    def test_shut_out_of_a_case_it_is_not_opened_even_while_appointed(self, office: Office) -> None:
        membership, keys, _key = self.deputy(office)
        with scope(office.here):
            declare_conflict(case=office.case, person=membership.user, keys=office.keys, by=office.cast.asta)
        with pytest.raises(NoAccess):
            keys.case_seals(office.case.pk)


def test_every_page_of_a_case_is_tried_above() -> None:
    assert {name for name in names() if name.startswith(("cases-", "inbox-"))} == set(CASE_PAGES)
    assert len(CASE_PAGES) > 30
    assert all(NEEDS[name].unlocked and NEEDS[name].permission == Permission.CASES for name in CASE_PAGES)


def test_an_assistant_registers_and_reads_no_case(office: Office) -> None:
    client: Client = logged_in(person_in("assistant", office.here))
    assert client.get(reverse("enquiries-list", args=["0165"])).status_code == 200
    for name in CASE_PAGES:
        assert client.get(at(name, office)).status_code in (403, 405), name
    registration = client.get(reverse("enquiries-correct", args=["0165", office.enquiry.pk])).content.decode()
    assert str(office.case.pk) not in registration
    assert shown_markers(registration) == []


def _as_text(value: object) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def _without_tokens(body: str) -> str:
    """A page without what differs from answer to answer: nonces and tokens."""
    return re.sub(r'(nonce|value)="[^"]*"', "", body)
