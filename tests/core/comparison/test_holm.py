import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.comparison.holm import holm
from ombud.core.comparison.rates import Method, compare_rates
from tests.core.comparison.cases import agrees, literature, named, reference


@pytest.mark.parametrize("known", reference("holm", family="p_adjust"), ids=named)
def test_holm_agrees_with_r(known):
    ps = known.inputs["p"] if isinstance(known.inputs["p"], list) else [known.inputs["p"]]
    assert agrees(holm(ps)[int(known.quantity.removeprefix("holm_")) - 1], known)


def test_the_published_example_rejects_no_less_than_bonferroni():
    (known,) = (one for one in literature("bh1995") if "Bonferroni" in one.family)
    assert sum(p <= 0.05 for p in holm(known.inputs["p"])) == known.value == 3


def test_the_one_centre_of_five_is_not_shown():
    counts = [(11, 1), (9, 4), (6, 2), (2, 0), (27, 21)]
    alone = [compare_rates(now, 365, before, 153, method=Method.EXACT).p for now, before in counts]
    assert round(holm(alone)[4], 2) == 0.26


@given(st.lists(st.floats(0, 1), max_size=12))
def test_adjusting_only_ever_asks_for_more_and_keeps_the_order(ps):
    found = holm(ps)
    assert all(before <= after <= 1 for before, after in zip(ps, found, strict=True))
    assert [found[at] for at in sorted(range(len(ps)), key=ps.__getitem__)] == sorted(found)


def test_what_is_no_probability_is_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        holm([0.5, 1.5])
