"""The pages of a case: what is typed is sealed and shown, what is refused stays, and nothing stands in an address."""

import io
import uuid
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from ombud.audit.models import Event
from ombud.casework.actions.case_files.notes import correct_note
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyRole
from ombud.casework.models import CaseFile, Consent, Disclosure, Enquiry, Note, Party, Rectification, Trace
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.desk.conftest import form_of
from tests.unlocked import keyring_of, unlock_browser

DAY = date(2024, 4, 10)


def at(name: str, *rows: object) -> str:
    return reverse(name, args=["0165", *(getattr(row, "pk", row) for row in rows)])


def sent(client: Client, address: str, **fields: object) -> str:
    """Send the page's form with some fields filled in; the page it leads to. Fails when it is refused."""
    page = client.get(address)
    assert page.status_code == 200
    answer = client.post(address, form_of(page) | fields)
    assert answer.status_code == 302, answer.content.decode()[:4000]
    return client.get(answer["Location"]).content.decode()


def test_a_case_is_opened_from_its_registration(unlocked: Client, enquiry: Enquiry) -> None:
    text = sent(unlocked, at("cases-new", enquiry), title="Støj fra skolen", preferred_contact="phone")
    assert "Støj fra skolen" in text
    again = unlocked.get(at("cases-new", enquiry))
    assert again.status_code == 302


def test_the_title_of_the_page_names_nobody(unlocked: Client, case: CaseFile, party: Party) -> None:
    text = unlocked.get(at("cases-show", case)).content.decode()
    title = text[text.index("<title>") : text.index("</title>")]
    assert "Ida" not in title
    assert "Hjemmehjælp" not in title
    assert "Ida Prøve" in text
    assert "010190-1234" not in text


def test_the_page_of_a_person_says_whose_it_is_and_its_title_does_not(
    unlocked: Client, case: CaseFile, party: Party
) -> None:
    text = unlocked.get(at("cases-party", case, party)).content.decode()
    assert "Ida" not in text[text.index("<title>") : text.index("</title>")]
    assert f"<h1>{PartyRole.CITIZEN.label}</h1>" in text
    assert '<p class="page-lead">Ida Prøve</p>' in text


def test_a_list_shows_titles_and_counts(unlocked: Client, case: CaseFile) -> None:
    text = unlocked.get(at("cases-list")).content.decode()
    assert "Hjemmehjælp" in text
    assert unlocked.get(at("cases-list") + "?only=closed").status_code == 200
    assert unlocked.get(at("cases-list") + "?page=999999999999").status_code == 200


def test_a_search_is_posted_and_its_words_are_kept_nowhere(unlocked: Client, case: CaseFile, note: Note) -> None:
    answer = unlocked.post(at("cases-list"), {"words": "RINGEDE prøve"})
    assert "ringede" in answer.content.decode()
    assert not Event.objects.filter(label__icontains="ringede").exists()
    assert unlocked.post(at("cases-list"), {"words": "intetsteds"}).status_code == 200
    assert unlocked.post(at("cases-list"), {"words": ""}).status_code == 422


def test_a_note_is_written_on_the_page_of_the_case(unlocked: Client, case: CaseFile) -> None:
    address = at("cases-note-new", case)
    answer = unlocked.post(address, {"on": "3-4-2024", "kind": "call", "title": "Opkald", "text": "Linje 1\nLinje 2"})
    assert "Linje 1<br>Linje 2" in unlocked.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("wrong", [{"text": "", "title": ""}, {"on": "32-1-2024"}, {"on": "1-1-2999"}, {"kind": "x"}])
def test_a_refused_note_comes_back_as_it_was_typed(unlocked: Client, case: CaseFile, wrong: dict[str, str]) -> None:
    typed = {"on": "3-4-2024", "kind": "call", "title": "Overskrift", "text": "Skal ikke tabes"} | wrong
    answer = unlocked.post(at("cases-note-new", case), typed)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert all(value in text for value in typed.values() if len(value) > 1 and value != "call")


def test_two_at_once_lose_no_text(unlocked: Client, case: CaseFile, note: Note, cast: Cast) -> None:
    page = unlocked.get(at("cases-note", case, note))
    mine = form_of(page) | {"text": "Astas ord"}
    with scope(cast.albertslund):
        theirs = NoteText(on=DAY, kind="call", title="Opkald", text="Bos ord")
        correct_note(note=note, version=note.version, text=theirs, keys=keyring_of(cast.bo), by=cast.bo)
    answer = unlocked.post(at("cases-note", case, note), mine)
    assert answer.status_code == 409
    assert "Astas ord" in answer.content.decode()
    assert "Bos ord" in answer.content.decode()
    again = unlocked.post(at("cases-note", case, note), form_of(answer) | {"text": "Astas ord"})
    assert again.status_code == 302
    text = unlocked.get(at("cases-note", case, note)).content.decode()
    assert "Astas ord" in text
    assert "Bos ord" in text


def test_whoever_else_has_it_open_is_named_to_both(
    unlocked: Client, case: CaseFile, note: Note, cast: Cast, keys: Keyring
) -> None:
    other = Client()
    other.force_login(cast.bo)
    unlock_browser(other, cast.bo)
    assert "Asta" not in other.get(at("cases-note", case, note)).content.decode().split("others-editing")[1][:600]
    assert "Bo Eksempel" in unlocked.get(at("cases-note", case, note)).content.decode()
    seen = other.get(reverse("editing-seen", args=["0165", "note", str(note.pk)]))
    assert "Asta Eksempel" in seen.content.decode()


def test_an_anonymous_case_gets_its_citizen_later(unlocked: Client, case: CaseFile) -> None:
    text = sent(unlocked, at("cases-party-new", case), name="Ida Prøve", cpr="0101901234")
    assert "010190-••••" in text
    assert "1234" not in text.replace("0101901234", "")
    assert Event.objects.filter(action="case.identified").count() == 1


def test_a_wrong_cpr_number_is_refused_with_what_was_typed(unlocked: Client, case: CaseFile) -> None:
    answer = unlocked.post(at("cases-party-new", case), {"role": "citizen", "name": "Ida", "cpr": "320190-1234"})
    assert answer.status_code == 422
    assert "320190-1234" in answer.content.decode()


def test_a_cpr_number_is_shown_for_a_purpose_and_logged(unlocked: Client, case: CaseFile, party: Party) -> None:
    address = at("cases-cpr", case, party)
    assert unlocked.post(address, {}).status_code == 422
    answer = unlocked.post(address, {"purpose": "identification"})
    assert "010190-1234" in answer.content.decode()
    line = Event.objects.get(action="cpr.shown")
    assert (line.purpose, line.case) == ("identification", case.pk)
    assert "010190-1234" not in unlocked.get(address).content.decode()


def test_correcting_a_person_keeps_a_number_that_stands_masked(unlocked: Client, case: CaseFile, party: Party) -> None:
    sent(unlocked, at("cases-party", case, party), phone="87654321")
    assert "010190-1234" in unlocked.post(at("cases-cpr", case, party), {"purpose": "casework"}).content.decode()


def test_a_person_added_by_mistake_is_taken_out(unlocked: Client, case: CaseFile, party: Party) -> None:
    address = at("cases-party-remove", case, party)
    assert unlocked.post(address, {"version": party.version}).status_code == 302
    assert "Ida Prøve" not in unlocked.get(at("cases-show", case)).content.decode()


def test_a_consent_is_given_printed_and_withdrawn(unlocked: Client, case: CaseFile, cast: Cast) -> None:
    sent(unlocked, at("cases-consent-new", case), scope="Må tale om skolen", anyone="on", given_on="3-4-2024")
    with scope(cast.albertslund):
        consent = Consent.objects.get()
    assert "Må tale om skolen" in unlocked.get(at("cases-consent-print", case, consent)).content.decode()
    wrong = unlocked.post(at("cases-consent-withdraw", case, consent), {"on": "1-1-2020", "version": consent.version})
    assert wrong.status_code == 422
    done = unlocked.post(at("cases-consent-withdraw", case, consent), {"on": "4-4-2024", "version": consent.version})
    assert done.status_code == 302
    assert "4. april 2024" in unlocked.get(at("cases-consent", case, consent)).content.decode()


def test_nothing_is_given_out_without_ground(unlocked: Client, case: CaseFile, note: Note) -> None:
    typed = {
        "recipient": "Skolen",
        "purpose": "Svar",
        "on": "3-5-2024",
        "ground": "consent",
        "parts": [f"note:{note.pk}"],
    }
    answer = unlocked.post(at("cases-disclose", case), typed)
    assert answer.status_code == 422
    assert "Skolen" in answer.content.decode()


def test_what_is_given_out_is_handed_over_as_page_and_archive(
    unlocked: Client, case: CaseFile, note: Note, party: Party, cast: Cast
) -> None:
    parts = [f"note:{note.pk}", f"party:{party.pk}"]
    typed = {
        "recipient": "Skolen",
        "purpose": "Svar",
        "on": "3-5-2024",
        "ground": "law",
        "law": "Lov § 9",
        "parts": parts,
    }
    answer = unlocked.post(at("cases-disclose", case), typed)
    assert answer.status_code == 302
    page = unlocked.get(answer["Location"]).content.decode()
    assert "Ida Prøve ringede" in page
    assert "010190-1234" not in page
    with scope(cast.albertslund):
        disclosure = Disclosure.objects.get()
    packed = unlocked.get(at("cases-disclosure-archive", case, disclosure))
    archive = zipfile.ZipFile(io.BytesIO(packed.getvalue()))
    assert "Ida Prøve ringede" in archive.read(archive.namelist()[0]).decode()
    assert "010190-1234" not in archive.read(archive.namelist()[0]).decode()
    assert "attachment" in packed["Content-Disposition"]
    assert Event.objects.filter(action="disclosure.made", case=case.pk).count() == 1


def test_a_wrong_note_is_put_right_and_the_recipients_told(
    unlocked: Client, case: CaseFile, note: Note, cast: Cast
) -> None:
    address = at("cases-rectify", case)
    page = unlocked.get(f"{address}?note={note.pk}")
    typed = form_of(page) | {"right": "Ole Prøve ringede", "why": "Forkert navn", "recipients": "Skolen\nJobcentret"}
    typed["stood"] = "Ida Prøve ringede"
    assert unlocked.post(address, typed).status_code == 302
    with scope(cast.albertslund):
        row = Rectification.objects.get()
    text = sent(unlocked, at("cases-rectification", case, row), name="Skolen", how="Digital Post")
    assert "Jobcentret" in text
    proof = unlocked.get(at("cases-rectification-print", case, row)).content.decode()
    assert "Ole Prøve ringede" in proof
    assert "Ida Prøve ringede" in proof
    assert "Ida Prøve ringede" in unlocked.get(at("cases-note", case, note)).content.decode()


def test_whoever_is_partial_finds_the_case_nowhere(unlocked: Client, case: CaseFile, cast: Cast, note: Note) -> None:
    other = Client()
    other.force_login(cast.bo)
    unlock_browser(other, cast.bo)
    assert unlocked.post(at("cases-conflict", case), {"person": cast.bo.pk, "do": "declare"}).status_code == 302
    assert other.get(at("cases-show", case)).status_code == 404
    assert other.get(at("cases-note", case, note)).status_code == 404
    assert "Hjemmehjælp" not in other.get(at("cases-list")).content.decode()
    assert "ringede" not in other.post(at("cases-list"), {"words": "prøve"}).content.decode()
    assert unlocked.post(at("cases-conflict", case), {"person": cast.bo.pk, "do": "let-in"}).status_code == 302
    assert other.get(at("cases-show", case)).status_code == 200


def test_a_case_is_printed_for_a_purpose(unlocked: Client, case: CaseFile, note: Note) -> None:
    assert "ringede" not in unlocked.get(at("cases-print", case)).content.decode()
    assert unlocked.post(at("cases-print", case), {}).status_code == 422
    assert "ringede" in unlocked.post(at("cases-print", case), {"purpose": "access_request"}).content.decode()
    assert Event.objects.filter(action="case.read", purpose="access_request").exists()


def test_a_case_is_not_destroyed_before_the_archive_rule_is_decided(unlocked: Client, case: CaseFile) -> None:
    assert unlocked.post(at("cases-erase", case), {}).status_code == 422
    assert unlocked.get(at("cases-show", case)).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "cases-show", "cases-title", "cases-party-new", "cases-consent-new", "cases-disclose", "cases-rectify",
        "cases-conflict", "cases-relate", "cases-print", "cases-erase",
    ],
)  # fmt: skip
def test_a_case_that_is_not_there_and_one_of_another_municipality_are_the_same(
    unlocked: Client, case: CaseFile, cast: Cast, name: str
) -> None:
    assert unlocked.get(at(name, uuid.uuid4())).status_code == 404
    elsewhere = reverse(name, args=["0183", case.pk])
    assert unlocked.get(elsewhere).status_code == 404


def test_every_look_is_in_the_log(unlocked: Client, case: CaseFile) -> None:
    for _ in range(3):
        unlocked.get(at("cases-show", case))
    assert Event.objects.filter(action="case.read", case=case.pk).count() == 3


def test_whoever_has_it_open_is_told_that_another_saved(
    unlocked: Client, case: CaseFile, note: Note, cast: Cast, keys: Keyring
) -> None:
    other = Client()
    other.force_login(cast.bo)
    unlock_browser(other, cast.bo)
    address = at("cases-note", case, note)
    mine, theirs = form_of(unlocked.get(address)), form_of(other.get(address))
    poll = reverse("editing-seen", args=["0165", "note", str(note.pk)]) + f"?version={mine['version']}"
    assert "Bo Eksempel" in unlocked.get(poll).content.decode()
    assert other.post(address, theirs | {"text": "Ida Prøve ringede"}).status_code == 302
    assert "Bo Eksempel" not in unlocked.get(poll).content.decode()
    assert other.post(address, theirs | {"text": "Bos ord"}).status_code == 302
    told = unlocked.get(poll).content.decode()
    assert "Bo Eksempel" in told
    assert "alert-warning" in told
    assert "Bo Eksempel" not in other.get(poll).content.decode()
    refused = unlocked.post(address, mine | {"text": "Astas ord"})
    assert refused.status_code == 409
    again = unlocked.post(address, form_of(refused) | {"text": "Astas ord og Bos ord"})
    assert again.status_code == 302


def test_recognising_citizens_is_switched_off_and_on(
    unlocked: Client, case: CaseFile, party: Party, cast: Cast, registered: Callable[..., Enquiry]
) -> None:
    other = registered(received_on=DAY)
    case_page = unlocked.post(at("cases-new", other), {"title": "Igen"})["Location"]
    twin = unlocked.post(case_page + "persons/", {"role": "citizen", "name": "I. Prøve", "cpr": "010190-1234"})[
        "Location"
    ]
    assert at("cases-show", case) in unlocked.get(twin).content.decode()
    unlocked.post(reverse("cases-recognise", args=["0165"]), {"wanted": "no"})
    assert at("cases-show", case) not in unlocked.get(twin).content.decode()
    with scope(cast.albertslund):
        assert Trace.objects.count() == 0
    unlocked.post(reverse("cases-recognise", args=["0165"]), {"wanted": "yes"})
    assert at("cases-show", case) in unlocked.get(twin).content.decode()
