"""One changed bit anywhere in a stored value, and it does not open; nor does anything else happen."""

from collections import Counter, defaultdict
from collections.abc import Callable

import pytest

from ombud.privacy.sealing.errors import Damaged, WrongKey, WrongSecret
from tests.privacy.proof.test_swaps import KINDS
from tests.privacy.proof.values import Value, everything

REFUSED = (WrongKey, Damaged, WrongSecret)
"""WrongSecret is what a slot says for WrongKey: it cannot know better."""

pytestmark = pytest.mark.django_db


def flipped(sealed: bytes, bit: int) -> bytes:
    return sealed[: bit // 8] + bytes([sealed[bit // 8] ^ 1 << bit % 8]) + sealed[bit // 8 + 1 :]


def opens(value: Value, bit: int) -> bool:
    """Whether the value opens with this bit changed. Any exception but a refusal comes through."""
    try:
        value.opened(flipped(value.sealed, bit))
    except REFUSED:
        return False
    return True


def of_every_kind(values: list[Value], count: int) -> dict[str, list[Value]]:
    kinds: dict[str, list[Value]] = defaultdict(list)
    for value in values:
        kinds[value.kind].append(value)
    return {kind: found[:count] for kind, found in kinds.items()}


def test_a_changed_bit_is_refused_in_one_value_of_every_kind() -> None:
    """Every seventh bit of one value each."""
    for kind, (value,) in of_every_kind(everything(persons=4, cases_each=1), 1).items():
        assert not [bit for bit in range(0, len(value.sealed) * 8, 7) if opens(value, bit)], kind


def test_an_unchanged_value_would_be_noticed() -> None:
    value = everything(persons=2, cases_each=1)[0]
    assert value.opened(flipped(flipped(value.sealed, 9), 9))


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_every_bit_of_50_values_of_every_kind(record_property: Callable[[str, object], None]) -> None:
    kinds = of_every_kind(everything(persons=50, cases_each=50), 50)
    assert set(kinds) == KINDS
    tried: Counter[str] = Counter()
    for kind, values in kinds.items():
        for value in values:
            assert not [bit for bit in range(len(value.sealed) * 8) if opens(value, bit)], kind
            tried[kind] += len(value.sealed) * 8
        record_property(kind, f"{tried[kind]:,} changed bits in {len(values)} values refused")
    record_property("in all", f"{sum(tried.values()):,} changed bits refused")
