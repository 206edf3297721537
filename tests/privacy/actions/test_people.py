from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings

from ombud.privacy.actions import people
from ombud.privacy.actions.offices import holders
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import PersonKey, Slot, Try
from ombud.privacy.sealing.errors import (
    Damaged,
    Mistyped,
    NeedsRecovery,
    NoAccess,
    NoKeys,
    TooManyTries,
    WrongCode,
    WrongSecret,
)
from tests.privacy.people import ANNA, BENT, PASSPHRASE, again

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
OTHER = "fem helt andre ord om hav og himmel"

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> tuple[bytes, str]:
    return people.make_user_key(ANNA, PASSPHRASE)


def test_the_passphrase_opens_the_user_key(made: tuple[bytes, str]) -> None:
    assert people.unlock(ANNA, PASSPHRASE) == made[0]
    assert people.has_keys(ANNA)
    assert not people.has_keys(BENT)


def test_another_passphrase_does_not(made: tuple[bytes, str]) -> None:
    with pytest.raises(WrongSecret):
        people.unlock(ANNA, PASSPHRASE + " ")


def test_nothing_of_it_is_stored(made: tuple[bytes, str]) -> None:
    user_key, code = made
    stored = b"".join(
        bytes(part) for row in Slot.objects.all() for part in (row.sealed, row.salt, str(row.parameters).encode())
    ) + b"".join(bytes(row.sealed_private) for row in PersonKey.objects.all())
    for secret in (user_key, PASSPHRASE.encode(), code.encode(), code.replace(" ", "").encode()):
        assert secret not in stored


def test_keys_are_never_replaced_unseen(made: tuple[bytes, str]) -> None:
    with pytest.raises(ValidationError):
        people.make_user_key(ANNA, OTHER)
    assert people.unlock(ANNA, PASSPHRASE) == made[0]


@pytest.mark.parametrize(
    "text",
    ["", "kort", "fjorten tegn!!", "a" * 40, "abcabcabcabcabcabc", "abcdefghabcdefgh", "123456789012345", " " * 30,
     "abcdefghijklmnopqrst", "x" * 501, "ananananananananan", "kort" + " " * 20],
)  # fmt: skip
def test_an_easy_passphrase_is_refused(text: str) -> None:
    assert people.why_not_passphrase(text)
    with pytest.raises(ValidationError) as error:
        people.make_user_key(ANNA, text)
    assert set(error.value.message_dict) == {"passphrase"}
    assert text == "" or text not in str(error.value.message_dict)
    assert not people.has_keys(ANNA)


@pytest.mark.parametrize("text", [PASSPHRASE, OTHER, "rødgrød med fløde", "tHx9-qL2v-8rWz-p", "ååå øøø æææ hest"])
def test_a_long_one_of_several_words_is_taken(text: str) -> None:
    assert people.why_not_passphrase(text) is None


def test_the_eleventh_try_in_five_minutes_is_not_looked_at(made: tuple[bytes, str]) -> None:
    for second in range(10):
        with pytest.raises(WrongSecret):
            people.unlock(ANNA, OTHER, NOW + timedelta(seconds=second))
    for typed in (OTHER, PASSPHRASE):
        with pytest.raises(TooManyTries):
            people.unlock(ANNA, typed, NOW + timedelta(minutes=4, seconds=59))
    assert people.unlock(ANNA, PASSPHRASE, NOW + timedelta(minutes=5)) == made[0]


def test_tries_at_any_door_count_together(made: tuple[bytes, str]) -> None:
    for second in range(10):
        attempt: Any = (people.unlock, people.new_recovery_code)[second % 2]
        with pytest.raises(WrongSecret):
            attempt(ANNA, OTHER, NOW + timedelta(seconds=second))
    with pytest.raises(TooManyTries):
        people.change_passphrase(ANNA, PASSPHRASE, OTHER, NOW + timedelta(seconds=20))


def test_the_right_passphrase_forgets_the_slips(made: tuple[bytes, str]) -> None:
    for _ in range(9):
        with pytest.raises(WrongSecret):
            people.unlock(ANNA, OTHER, NOW)
    people.unlock(ANNA, PASSPHRASE, NOW)
    assert not Try.objects.exists()


def test_one_person_does_not_block_another(made: tuple[bytes, str]) -> None:
    people.make_user_key(BENT, OTHER)
    for _ in range(10):
        with pytest.raises(WrongSecret):
            people.unlock(ANNA, OTHER, NOW)
    assert people.unlock(BENT, OTHER, NOW)


def test_a_person_without_keys_is_told_so() -> None:
    with pytest.raises(NoKeys):
        people.unlock(ANNA, PASSPHRASE)
    with pytest.raises(NoKeys):
        people.recover(ANNA, "ABCD", PASSPHRASE)


def test_a_changed_passphrase_opens_the_same_key(made: tuple[bytes, str]) -> None:
    people.change_passphrase(ANNA, PASSPHRASE, OTHER)
    assert people.unlock(ANNA, OTHER) == made[0]
    with pytest.raises(WrongSecret):
        people.unlock(ANNA, PASSPHRASE)


def test_it_is_not_changed_with_a_wrong_old_one_or_to_a_weak_one(made: tuple[bytes, str]) -> None:
    with pytest.raises(WrongSecret):
        people.change_passphrase(ANNA, OTHER, OTHER)
    with pytest.raises(ValidationError):
        people.change_passphrase(ANNA, PASSPHRASE, "kort")
    assert people.unlock(ANNA, PASSPHRASE) == made[0]


def test_the_recovery_code_wins_the_key_back_once(made: tuple[bytes, str]) -> None:
    user_key, code = made
    won, next_code = people.recover(ANNA, code.lower().replace(" ", "-"), OTHER)
    assert won == user_key == people.unlock(ANNA, OTHER)
    with pytest.raises(WrongCode):
        people.recover(ANNA, code, PASSPHRASE)
    assert people.recover(ANNA, next_code, PASSPHRASE)[0] == user_key


def test_a_new_recovery_code_replaces_the_old(made: tuple[bytes, str]) -> None:
    code = people.new_recovery_code(ANNA, PASSPHRASE)
    with pytest.raises(WrongCode):
        people.recover(ANNA, made[1], OTHER)
    assert people.recover(ANNA, code, OTHER)[0] == made[0]


def test_a_slip_is_told_from_a_wrong_code(made: tuple[bytes, str]) -> None:
    _key, foreign = people.make_user_key(BENT, PASSPHRASE)
    with pytest.raises(WrongCode):
        people.recover(ANNA, foreign, OTHER)
    letters = made[1]
    with pytest.raises(Mistyped):
        people.recover(ANNA, letters[:-1] + ("A" if letters[-1] != "A" else "B"), OTHER)


def test_after_a_reset_only_the_recovery_code_opens(made: tuple[bytes, str]) -> None:
    people.require_recovery(ANNA)
    for typed in (PASSPHRASE, OTHER):
        with pytest.raises(NeedsRecovery):
            people.unlock(ANNA, typed)
    with pytest.raises(NeedsRecovery):
        people.change_passphrase(ANNA, PASSPHRASE, OTHER)
    with pytest.raises(NeedsRecovery):
        people.new_recovery_code(ANNA, PASSPHRASE)
    with pytest.raises(ValidationError):
        people.make_user_key(ANNA, OTHER)
    people.recover(ANNA, made[1], OTHER)
    assert people.unlock(ANNA, OTHER) == made[0]
    assert not people.needs_recovery(ANNA)


def test_lost_keys_can_be_taken_away_and_open_nothing_after(anna: Keyring, bent: Keyring, office: str) -> None:
    people.forget_keys(BENT)
    assert holders(office) == {ANNA}
    user_key, _code = people.make_user_key(BENT, OTHER)
    with pytest.raises(NoAccess):
        Keyring(BENT, user_key, frozenset({office})).office_seals(office)
    again(anna).office_seals(office)


def test_a_cheap_slot_is_refused(made: tuple[bytes, str]) -> None:
    with override_settings(OMBUD_ARGON2={"memory": 1024, "iterations": 1, "lanes": 1}), pytest.raises(Damaged):
        people.unlock(ANNA, PASSPHRASE)


def test_a_dearer_setting_is_used_from_the_next_unlocking(made: tuple[bytes, str]) -> None:
    Slot.objects.filter(kind="passphrase").update(sealed=b"")
    people.forget_keys(ANNA)
    with override_settings(OMBUD_ARGON2={"memory": 128 * 1024, "iterations": 2, "lanes": 1}):
        user_key, _code = people.make_user_key(ANNA, PASSPHRASE)
    with override_settings(OMBUD_ARGON2={"memory": 130 * 1024, "iterations": 2, "lanes": 1}):
        assert people.unlock(ANNA, PASSPHRASE) == user_key
        assert Slot.objects.get(kind="passphrase").parameters["memory"] == 130 * 1024
        assert people.unlock(ANNA, PASSPHRASE) == user_key
