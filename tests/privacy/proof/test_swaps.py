"""A sealed value put in another's stead is refused, whichever two are exchanged."""

import random
from collections import defaultdict
from collections.abc import Callable
from itertools import permutations

import pytest

from ombud.privacy.actions import cases, offices, people
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey, OfficeKey, OfficeWrap, PersonKey, Slot
from ombud.privacy.sealing.errors import CannotOpen
from ombud.privacy.sealing.pieces import HEAD, SEALED_PIECE, PieceSealer, unseal_pieces
from tests.privacy.people import PASSPHRASE, again
from tests.privacy.proof.values import Value, everything

KINDS = {
    "private key", "passphrase slot", "recovery slot", "letter to a person", "session", "kit pad", "kit",
    "kept office key", "sent office key", "office secrets", "office text", "inbox", "case key", "case text", "file",
    "case seal",
}  # fmt: skip

pytestmark = pytest.mark.django_db


def swaps(values: list[Value], count: int) -> list[tuple[Value, Value]]:
    """Pairs of different values; two of three are of the same kind, since those look most alike."""
    chance = random.Random(2026)
    kinds: dict[str, list[Value]] = defaultdict(list)
    for value in values:
        kinds[value.kind].append(value)
    pairs = []
    while len(pairs) < count:
        kind = chance.choice(sorted(kinds))
        among = kinds[kind] if chance.random() < 2 / 3 and len(kinds[kind]) > 1 else values
        one = chance.choice(kinds[kind])
        other = chance.choice(among)
        if one is not other:
            pairs.append((one, other))
    return pairs


def refused(pairs: list[tuple[Value, Value]]) -> int:
    count = 0
    for one, other in pairs:
        try:
            one.opened(other.sealed)
        except CannotOpen:
            count += 1
    return count


def test_every_value_opens_by_itself() -> None:
    values = everything(persons=4, cases_each=2)
    assert {value.kind for value in values} == KINDS
    for value in values:
        assert value.opened(value.sealed)


def test_a_sample_of_swaps_is_refused() -> None:
    assert refused(swaps(everything(persons=4, cases_each=2), 300)) == 300


@pytest.mark.proof
def test_2000_swaps_are_refused(record_property: Callable[[str, object], None]) -> None:
    values = everything(persons=6, cases_each=6)
    pairs = swaps(values, 2000)
    same = sum(one.kind == other.kind for one, other in pairs)
    assert refused(pairs) == 2000
    record_property(
        "swaps refused", f"2,000 of 2,000 ({same} within a kind, {len(values)} values of {len(KINDS)} kinds)"
    )


def test_rows_exchanged_in_the_database_open_nothing(anna: Keyring, bent: Keyring, office: str) -> None:
    """Whole columns exchanged, as somebody with the database in his hands would do it; the program itself reads."""
    offices.settle(office, bent, {"anna", "bent"})
    one, other = cases.make_case_key(office, anna), cases.make_case_key(office, anna)
    exchange(CaseKey, "case", one, other, ["sealed"])
    for case, someone in ((one, anna), (other, bent)):
        with pytest.raises(CannotOpen):
            again(someone).case_seals(case)
    exchange(CaseKey, "case", one, other, ["sealed"])
    again(anna).case_seals(one)
    exchange(OfficeWrap, "person", "anna", "bent", ["sealed"])
    with pytest.raises(CannotOpen):
        again(anna).case_seals(one)
    exchange(OfficeWrap, "person", "anna", "bent", ["sealed"])
    exchange(PersonKey, "person", "anna", "bent", ["sealed_private", "public"])
    with pytest.raises(CannotOpen):
        again(anna).private_key()


def test_slots_exchanged_with_their_salt_open_nothing(anna: Keyring, bent: Keyring) -> None:
    """Both have the same passphrase, so only the place tells them apart."""
    one, other = Slot.objects.filter(kind="passphrase").order_by("person")
    exchange(Slot, "id", one.id, other.id, ["salt", "sealed", "parameters"])
    for person in ("anna", "bent"):
        with pytest.raises(CannotOpen):
            people.unlock(person, PASSPHRASE)
    exchange(Slot, "id", one.id, other.id, ["salt", "sealed", "parameters"])
    assert people.unlock("anna", PASSPHRASE) == anna._user_key
    Slot.objects.filter(id=one.id).update(person="moved")
    Slot.objects.filter(id=other.id).update(person="anna")
    with pytest.raises(CannotOpen):
        people.unlock("anna", PASSPHRASE)


def test_an_older_version_of_the_office_key_is_not_taken_for_the_new(anna: Keyring, office: str) -> None:
    old = OfficeKey.objects.get()
    case = cases.make_case_key(office, anna)
    sealed = CaseKey.objects.get().sealed
    offices.rotate(office, anna, {"anna", "bent"})
    OfficeKey.objects.filter(version=2).update(sealed_secrets=old.sealed_secrets)
    with pytest.raises(CannotOpen):
        again(anna).office_seals(office)
    CaseKey.objects.update(sealed=sealed)
    with pytest.raises(CannotOpen):
        again(anna).case_seals(case)


def test_pieces_exchanged_within_and_between_files_are_refused() -> None:
    key = bytes(range(32))
    files = []
    for _ in range(2):
        sealer = PieceSealer(key)
        files.append(sealer.update(bytes(4 * 65536)) + sealer.finish())
    parts = [[data[start : start + SEALED_PIECE] for start in range(HEAD, len(data), SEALED_PIECE)] for data in files]
    for order in permutations(range(4)):
        if order != (0, 1, 2, 3):
            with pytest.raises(CannotOpen):
                list(unseal_pieces(key, [files[0][:HEAD], *(parts[0][number] for number in order), *parts[0][4:]]))
    for number in range(len(parts[0])):
        mixed = [*parts[0][:number], parts[1][number], *parts[0][number + 1 :]]
        with pytest.raises(CannotOpen):
            list(unseal_pieces(key, [files[0][:HEAD], *mixed]))


def exchange(model: type, name: str, one: object, other: object, columns: list[str]) -> None:
    """Give each of two rows what the other has in these columns."""
    rows = {key: model.objects.get(**{name: key}) for key in (one, other)}  # type: ignore[attr-defined]
    for key, from_ in ((one, other), (other, one)):
        values = {column: getattr(rows[from_], column) for column in columns}
        model.objects.filter(**{name: key}).update(**values)  # type: ignore[attr-defined]
