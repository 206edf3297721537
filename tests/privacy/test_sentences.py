import pytest

from ombud.privacy.sealing import errors
from ombud.privacy.sentences import sentence

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind is not errors.CannotOpen]


@pytest.mark.parametrize("kind", KINDS)
def test_every_failure_has_its_own_sentence(kind: type[errors.CannotOpen]) -> None:
    others = {sentence(other()) for other in KINDS if other is not kind}
    assert sentence(kind()) not in others
    assert sentence(kind()).endswith(".")


def test_a_slip_names_its_group() -> None:
    assert "5" in sentence(errors.Mistyped(5))


def test_a_failure_of_no_kind_has_none() -> None:
    with pytest.raises(errors.CannotOpen):
        sentence(errors.CannotOpen())
