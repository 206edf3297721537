"""Who is shut out of a case for a conflict of interest finds it nowhere (R144)."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.conflicts import declare_conflict, let_in
from ombud.casework.actions.case_files.notes import correct_note, write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.case_files.reading import list_cases, look_up_citizen, read_case, search_cases
from ombud.casework.contents.party import PartyText
from ombud.casework.models import CaseFile, Note
from ombud.casework.queries.case_files.finding import case_of, find_part
from ombud.casework.queries.case_files.listing import count_cases
from ombud.offices.models import Membership
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import CannotOpen
from tests.casework.case_files.conftest import Open, note
from tests.cast import Cast
from tests.unlocked import keyring_of

TODAY = timezone.localdate()


def test_who_is_shut_out_finds_the_case_nowhere(
    case: CaseFile, opened: Open, keys: Keyring, keys_of_bo: Keyring, cast: Cast
) -> None:
    opened("En sag for alle")
    row = write_note(case=case, text=note("Rollator"), keys=keys, by=cast.asta)
    add_party(case=case, text=PartyText(name="Bos nabo"), keys=keys, by=cast.asta)
    declare_conflict(case=case, person=cast.bo, keys=keys, by=cast.asta)
    bo = {"municipality": cast.albertslund, "keys": keys_of_bo, "by": cast.bo}
    listing = list_cases(**bo)
    assert ([one.title for one in listing.rows], listing.total, count_cases(keys_of_bo)) == (["En sag for alle"], 1, 1)
    assert search_cases("rollator", **bo) == []
    assert search_cases("hjemmehjælp", **bo) == []
    assert look_up_citizen(PartyText(name="Bos nabo"), **bo) == []
    assert case_of(case.enquiry, keys_of_bo) is None
    with pytest.raises(CaseFile.DoesNotExist):
        read_case(case.pk, keys=keys_of_bo, by=cast.bo)
    with pytest.raises(Note.DoesNotExist):
        find_part(Note, row.pk, keys_of_bo)
    with pytest.raises(CannotOpen):
        correct_note(note=row, version=1, text=note("x"), keys=keys_of_bo, by=cast.bo)
    with pytest.raises(ValidationError) as refused:
        open_case(enquiry=case.enquiry, keys=keys_of_bo, by=cast.bo)
    assert "already" not in refused.value.messages[0]
    assert read_case(case.pk, keys=keys, by=cast.asta).notes[0].text.text == "Rollator"


def test_somebody_declares_it_of_himself_and_is_let_in_again(
    case: CaseFile, keys: Keyring, keys_of_bo: Keyring, cast: Cast
) -> None:
    declare_conflict(case=case, person=cast.bo, keys=keys_of_bo, by=cast.bo)
    with pytest.raises(CaseFile.DoesNotExist):
        read_case(case.pk, keys=keyring_of(cast.bo), by=cast.bo)
    let_in(case=case, person=cast.bo, keys=keys, by=cast.asta)
    assert read_case(case.pk, keys=keyring_of(cast.bo), by=cast.bo).text.title == "Hjemmehjælp"
    with pytest.raises(ValidationError):
        let_in(case=case, person=cast.bo, keys=keys, by=cast.asta)


def test_a_deputy_shuts_no_adviser_out(case: CaseFile, keys: Keyring, keys_of_bo: Keyring, cast: Cast) -> None:
    """Else a deputy could leave with the only key to a case, which no recovery kit opens."""
    days = {"role": Membership.Role.DEPUTY, "starts_on": TODAY, "ends_on": TODAY}
    Membership.objects.filter(user=cast.bo, municipality=cast.albertslund).update(**days)
    with pytest.raises(ValidationError):
        declare_conflict(case=case, person=cast.asta, keys=keys_of_bo, by=cast.bo)
    assert read_case(case.pk, keys=keys, by=cast.asta).text.title == "Hjemmehjælp"
    declare_conflict(case=case, person=cast.bo, keys=keys_of_bo, by=cast.bo)


def test_a_case_is_never_left_without_anybody(case: CaseFile, keys: Keyring, keys_of_bo: Keyring, cast: Cast) -> None:
    declare_conflict(case=case, person=cast.bo, keys=keys, by=cast.asta)
    with pytest.raises(ValidationError, match="Nobody"):
        declare_conflict(case=case, person=cast.asta, keys=keys, by=cast.asta)
    with pytest.raises(ValidationError):
        declare_conflict(case=case, person=cast.carla, keys=keys, by=cast.asta)
    assert read_case(case.pk, keys=keyring_of(cast.asta), by=cast.asta)
