from itertools import permutations

import pytest
from django.core.exceptions import ValidationError

from ombud.privacy.actions import cases, kits, offices
from ombud.privacy.actions.people import make_user_key
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import RecoveryKit
from ombud.privacy.sealing.codes import Code, read_code
from ombud.privacy.sealing.derivation import new_key
from ombud.privacy.sealing.errors import Mistyped, NoAccess, WrongCode, WrongSecret
from tests.privacy.people import ANNA, BENT, CLARA, OFFICE, OTHER_OFFICE, PASSPHRASE, again, keyring, office_of

pytestmark = pytest.mark.django_db


def confirmed(office: str, anna: Keyring, kind: str = "envelope") -> list[str]:
    codes = kits.make_kit(office, anna, kind)  # type: ignore[arg-type]
    kits.confirm_kit(office, " ".join(map(kits.typed_back, codes)))
    return codes


def test_the_state_follows_the_paper(anna: Keyring) -> None:
    office_of(anna)
    assert kits.kit_state(OFFICE) == "none"
    code = kits.make_kit(OFFICE, anna, "envelope")[0]
    assert kits.kit_state(OFFICE) == "printed"
    with pytest.raises(WrongSecret):
        kits.confirm_kit(OFFICE, "ABCD EFGH")
    assert kits.kit_state(OFFICE) == "printed"
    kits.confirm_kit(OFFICE, code[-9:].lower().replace(" ", "-"))
    assert kits.kit_state(OFFICE) == "confirmed"


def test_of_three_shares_all_three_ends_are_typed_back(anna: Keyring) -> None:
    office_of(anna)
    ends = [kits.typed_back(code) for code in kits.make_kit(OFFICE, anna, "shares")]
    with pytest.raises(WrongSecret):
        kits.confirm_kit(OFFICE, " ".join(ends[:2]))
    kits.confirm_kit(OFFICE, " ".join(ends))


def test_a_new_kit_replaces_the_old_only_when_it_is_confirmed(anna: Keyring) -> None:
    office_of(anna)
    old = confirmed(OFFICE, anna)
    new = kits.make_kit(OFFICE, anna, "envelope")
    assert kits.kit_state(OFFICE) == "confirmed"
    clara = keyring(CLARA)
    kits.recover_office(OFFICE, old, clara)
    kits.confirm_kit(OFFICE, kits.typed_back(new[0]))
    with pytest.raises(WrongCode):
        kits.recover_office(OFFICE, old, clara)
    kits.recover_office(OFFICE, new, clara)


def test_a_kit_that_was_not_confirmed_can_be_discarded(anna: Keyring) -> None:
    office_of(anna)
    kits.make_kit(OFFICE, anna, "envelope")
    kits.discard_printed_kit(OFFICE)
    assert kits.kit_state(OFFICE) == "none"
    with pytest.raises(ValidationError):
        kits.discard_printed_kit(OFFICE)
    with pytest.raises(NoAccess):
        kits.confirm_kit(OFFICE, "ABCD EFGH")


def test_the_envelope_opens_the_office_for_a_new_adviser(anna: Keyring) -> None:
    office_of(anna)
    case = cases.make_case_key(OFFICE, anna)
    codes = confirmed(OFFICE, anna)
    clara = keyring(CLARA)
    with pytest.raises(NoAccess):
        clara.case_seals(case)
    kits.recover_office(OFFICE, codes, clara)
    clara.case_seals(case)
    assert offices.holders(OFFICE) == {ANNA, CLARA}
    assert offices.settle(OFFICE, again(clara), {CLARA})
    again(clara).case_seals(case)


def test_any_two_of_three_shares_open(anna: Keyring) -> None:
    office_of(anna)
    codes = confirmed(OFFICE, anna, "shares")
    for number, pair in enumerate([*permutations(codes, 2), codes]):
        someone = keyring(f"new {number}")
        kits.recover_office(OFFICE, list(pair), someone)
        someone.office_seals(OFFICE)


def test_one_share_opens_nothing(anna: Keyring) -> None:
    office_of(anna)
    codes = confirmed(OFFICE, anna, "shares")
    clara = keyring(CLARA)
    for code in codes:
        for given in ([code], [code, code], []):
            with pytest.raises(WrongCode):
                kits.recover_office(OFFICE, given, clara)


def test_one_share_and_an_invented_one_open_nothing(anna: Keyring) -> None:
    """Whichever share is the real one, and whoever knows how the codes are made."""
    office_of(anna)
    shares = [read_code(code) for code in confirmed(OFFICE, anna, "shares")]
    clara = keyring(CLARA)
    for one, other in permutations(shares, 2):
        invented = Code(other.kind, other.belongs, new_key())
        with pytest.raises(WrongCode):
            kits.recover_office(OFFICE, [one.printed(), invented.printed()], clara)
        kits.recover_office(OFFICE, [one.printed(), other.printed()], clara)


def test_codes_of_another_kit_or_office_are_told(anna: Keyring) -> None:
    office_of(anna)
    ours = confirmed(OFFICE, anna, "shares")
    dorte = keyring("dorte", OTHER_OFFICE)
    office_of(dorte, office=OTHER_OFFICE)
    theirs = confirmed(OTHER_OFFICE, dorte, "shares")
    clara = keyring(CLARA)
    _key, personal = make_user_key("erik", PASSPHRASE)
    for given in (theirs[:2], [ours[0], theirs[1]], [personal], [personal, ours[0]]):
        with pytest.raises(WrongCode):
            kits.recover_office(OFFICE, given, clara)
    with pytest.raises(Mistyped):
        kits.recover_office(OFFICE, [ours[0], ours[1][:-2] + "AA"], clara)


def test_the_codes_alone_do_not_open_for_somebody_without_an_appointment(anna: Keyring) -> None:
    office_of(anna)
    codes = confirmed(OFFICE, anna)
    with pytest.raises(NoAccess):
        kits.recover_office(OFFICE, codes, keyring("dorte", OTHER_OFFICE))


def test_a_kit_outlives_rotations(anna: Keyring, bent: Keyring, office: str) -> None:
    codes = confirmed(office, anna, "shares")
    offices.rotate(office, anna, {ANNA, BENT})
    offices.rotate(office, anna, {ANNA})
    case = cases.make_case_key(office, anna)
    clara = keyring(CLARA)
    kits.recover_office(office, codes[1:], clara)
    clara.case_seals(case)


def test_a_kit_is_made_by_who_holds_the_key(anna: Keyring) -> None:
    office_of(anna)
    with pytest.raises(NoAccess):
        kits.make_kit(OFFICE, keyring(CLARA), "envelope")
    with pytest.raises(ValueError, match="paper"):
        kits.make_kit(OFFICE, anna, "paper")  # type: ignore[arg-type]


def test_nothing_of_the_codes_is_stored(anna: Keyring) -> None:
    office_of(anna)
    codes = confirmed(OFFICE, anna, "shares")
    kit = RecoveryKit.objects.get()
    stored = repr([bytes(kit.sealed), kit.pads, bytes(kit.check_digest), bytes(kit.check_salt), str(kit)])
    for code in codes:
        assert read_code(code).secret.hex() not in stored
        assert code not in stored
        assert kits.typed_back(code) not in stored
