"""No department without consent, and nothing leaves without a ground (R133, R134, R143)."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from ombud.casework.actions.case_files.consents import correct_consent, give_consent, withdraw_consent
from ombud.casework.actions.case_files.disclosures import disclose
from ombud.casework.actions.case_files.notes import correct_note, write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.case_files.reading import read_case, read_dossier
from ombud.casework.contents.consent import ConsentText
from ombud.casework.contents.party import PartyText
from ombud.casework.models import CaseFile, Consent, Disclosure
from ombud.casework.queries.case_files.consents import consent_for, why_not_contact_department
from ombud.casework.queries.case_files.dossier import Chosen
from ombud.offices.models import Department
from ombud.privacy.keyring import Keyring
from tests.casework.case_files.conftest import DAY, Open, note
from tests.cast import Cast

TERMS = ConsentText(scope="Sagen om hjemmehjælp", given_on=DAY, form="oral", anyone=True)


def test_a_department_is_contacted_only_while_a_consent_is_in_force(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    unit = Department.objects.exclude(parent=None).first()
    other = Department.objects.filter(parent=None, outside=False).exclude(pk=unit.parent_id).first()
    assert "has not consented" in why_not_contact_department(case, unit, DAY, keys)
    text = replace(TERMS, anyone=False, departments=(unit.parent_id,))
    consent = give_consent(case=case, text=text, keys=keys, by=cast.asta)
    assert why_not_contact_department(case, unit, DAY, keys) == ""
    assert why_not_contact_department(case, other, DAY, keys)
    withdrawn = withdraw_consent(consent=consent, version=1, on=date(2024, 4, 20), keys=keys, by=cast.asta)
    assert "withdrawn" in why_not_contact_department(case, unit, date(2024, 4, 20), keys)
    assert consent_for(case, unit, date(2024, 4, 19), keys).scope == text.scope
    with pytest.raises(ValidationError, match="already"):
        withdraw_consent(consent=withdrawn, version=2, on=date(2024, 4, 21), keys=keys, by=cast.asta)


def test_a_signed_paper_is_put_to_an_oral_consent(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    consent = give_consent(case=case, text=TERMS, keys=keys, by=cast.asta)
    correct_consent(consent=consent, version=1, text=replace(TERMS, form="written"), keys=keys, by=cast.asta)
    assert read_case(case.pk, keys=keys, by=cast.asta).consents[0].text.form == "written"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (replace(TERMS, scope=""), "scope"),
        (replace(TERMS, form="song"), "form"),
        (replace(TERMS, anyone=False), "to_whom"),
        (replace(TERMS, departments=(99999999,)), "departments"),
        (replace(TERMS, given_by="nobody"), "given_by"),
        (replace(TERMS, document="none"), "document"),
        (replace(TERMS, given_on=date(2999, 1, 1)), "given_on"),
    ],
)
def test_what_is_no_consent_is_refused(
    case: CaseFile, keys: Keyring, cast: Cast, text: ConsentText, field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        give_consent(case=case, text=text, keys=keys, by=cast.asta)
    assert list(refused.value.message_dict) == [field]
    assert not Consent.objects.exists()


def test_a_disclosure_gives_what_was_chosen_as_it_was_that_day(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    chosen = write_note(case=case, text=note("Valgt"), keys=keys, by=cast.asta)
    write_note(case=case, text=note("Ikke valgt"), keys=keys, by=cast.asta)
    party = add_party(case=case, text=PartyText(name="Jens", cpr="010190-1234"), keys=keys, by=cast.asta)
    consent = give_consent(case=case, text=TERMS, keys=keys, by=cast.asta)
    parts = [Chosen("note", str(chosen.pk)), Chosen("party", str(party.pk))]
    given = {"case": case, "on": DAY, "recipient": "Børn", "purpose": "Dialog", "keys": keys, "by": cast.asta}
    made = disclose(**given, ground="consent", consent=consent, parts=parts)
    correct_note(note=chosen, version=1, text=note("Rettet siden"), keys=keys, by=cast.asta)
    dossier = read_dossier(made, keys=keys, by=cast.asta)
    assert [one.text for one in dossier.notes] == ["Valgt"]
    assert [(one.name, one.cpr) for one in dossier.parties] == [("Jens", "010190-••••")]
    whole = disclose(**given, ground="law", law="forvaltningsloven § 28", parts=[Chosen("cpr", str(party.pk))])
    assert read_dossier(whole, keys=keys, by=cast.asta).parties[0].cpr == "010190-1234"


def test_nothing_leaves_without_a_ground_or_from_another_case(
    case: CaseFile, opened: Open, keys: Keyring, cast: Cast
) -> None:
    other = opened("En anden")
    theirs = write_note(case=other, text=note(), keys=keys, by=cast.asta)
    foreign = give_consent(case=other, text=TERMS, keys=keys, by=cast.asta)
    mine = write_note(case=case, text=note(), keys=keys, by=cast.asta)
    given = {"case": case, "on": DAY, "recipient": "Børn", "purpose": "Dialog", "keys": keys, "by": cast.asta}
    parts = [Chosen("note", str(mine.pk))]
    for wrong, field in [
        ({"ground": "consent", "parts": parts}, "consent"),
        ({"ground": "consent", "consent": foreign, "parts": parts}, "consent"),
        ({"ground": "law", "law": " ", "parts": parts}, "law"),
        ({"ground": "whim", "parts": parts}, "law"),
        ({"ground": "law", "law": "§ 1", "parts": []}, "parts"),
        ({"ground": "law", "law": "§ 1", "parts": [Chosen("note", str(theirs.pk))]}, "parts"),
        ({"ground": "law", "law": "§ 1", "parts": [Chosen("key", "1")]}, "parts"),
    ]:
        with pytest.raises(ValidationError) as refused:
            disclose(**given | wrong)
        assert list(refused.value.message_dict) == [field]
    assert not Disclosure.objects.exists()
