from math import inf, isclose, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammaln

from ombud.core.comparison.rates import Method, compare_rates, rate_interval
from tests.core.comparison.cases import agrees, literature, named, reference, rows

counts = st.integers(0, 400)
times = st.fractions(1, 400)


def ask(inputs, quantity):
    method = Method.MID_P if quantity.endswith("midp") else Method.EXACT
    found = compare_rates(inputs["x1"], inputs["t1"], inputs["x2"], inputs["t2"], method=method)
    if quantity.startswith("p_value"):
        return found.p
    if quantity.startswith("ci_low"):
        return found.interval.low
    return found.interval.high if quantity.startswith("ci_high") else found.ratio


@pytest.mark.parametrize(
    "known", reference("rate_ratio", "ci_", "p_value_central", "p_value_midp", family="poisson_rate_ratio"), ids=named
)
def test_two_rates_agree_with_r(known):
    assert agrees(ask(known.inputs, known.quantity), known)


@pytest.mark.parametrize("known", literature("r_poisson_test"), ids=named)
def test_two_rates_agree_with_the_documented_example(known):
    if known.quantity != "p_value":  # R's own p is by minimum likelihood and contradicts R's own interval
        assert agrees(ask(known.inputs, known.quantity), known)


@pytest.mark.parametrize("known", reference("ci_", family="poisson_one_sample"), ids=named)
def test_the_interval_of_one_rate_agrees_with_r(known):
    interval = rate_interval(known.inputs["x"], known.inputs["exposure"])
    assert agrees(interval.low if known.quantity == "ci_low" else interval.high, known)


@pytest.mark.parametrize("known", literature("garwood"), ids=named)
def test_the_interval_of_one_count_is_garwoods(known):
    interval = rate_interval(known.inputs["x"], 1)
    assert agrees(interval.low if known.quantity == "low" else interval.high, known)


def test_the_claim_of_ishoej_is_neither_shown_nor_absurd():
    cautious = compare_rates(27, 365, 21, 153, method=Method.EXACT)
    assert (round(cautious.interval.low, 2), round(cautious.interval.high, 2)) == (0.29, 1.00)
    assert cautious.p > 0.05
    assert cautious.interval.holds(1)
    usual = compare_rates(27, 365, 21, 153)
    assert usual.p < 0.05
    assert not usual.interval.holds(1)


@given(counts, times, counts, times, st.sampled_from(Method), st.sampled_from([0.8, 0.95, 0.99]))
def test_p_and_interval_never_contradict_each_other(count, time, other, other_time, method, level):
    found = compare_rates(count, float(time), other, float(other_time), method=method, level=level)
    is_on_the_edge = isclose(found.p, 1 - level, rel_tol=1e-9)
    assert is_on_the_edge or (found.p < 1 - level) == (not found.interval.holds(1))


@given(counts, times, counts, times, st.sampled_from(Method))
def test_swapped_periods_give_the_inverse(count, time, other, other_time, method):
    found = compare_rates(count, float(time), other, float(other_time), method=method)
    swapped = compare_rates(other, float(other_time), count, float(time), method=method)
    assert isclose(found.p, swapped.p, rel_tol=1e-9)
    assert isclose(found.interval.low, 1 / swapped.interval.high if swapped.interval.high else inf, rel_tol=1e-9)
    assert isclose(1 / found.interval.high if found.interval.high else inf, swapped.interval.low, rel_tol=1e-9)


@given(counts, times, counts, times, st.sampled_from(Method))
def test_the_ratio_lies_in_its_interval_and_mid_p_lies_within_exact(count, time, other, other_time, method):
    found = compare_rates(count, float(time), other, float(other_time), method=method)
    exact = compare_rates(count, float(time), other, float(other_time), method=Method.EXACT)
    assert found.ratio is None or found.interval.low <= found.ratio <= found.interval.high
    assert exact.interval.low <= found.interval.low * (1 + 1e-9)
    assert found.interval.high <= exact.interval.high * (1 + 1e-9)


@pytest.mark.parametrize("row", rows("type1_error_rate_tests.csv"), ids=lambda row: f"{row['events_per_year']}")
def test_the_error_rates_are_those_summed_exactly(row):
    """The product's own test decides every pair of counts that can occur; Wald and raw counts stand beside."""
    rate, days, other_days = float(row["events_per_year"]), float(row["days1"]), float(row["days2"])
    means = rate * days / 365, rate * other_days / 365
    for method, column in ((Method.EXACT, "central_exact"), (Method.MID_P, "central_midp")):
        found = size_of_the_test(means, (days, other_days), method)
        assert abs(found - float(row[column])) < 1e-6, column


def size_of_the_test(means, spans, method):
    """The probability that equal rates are called different. Given their sum the region of rejection has two ends."""
    first, second = (poisson(mean) for mean in means)
    size = 0.0
    for whole in range(1, len(first) + len(second) - 1):
        at = np.arange(max(0, whole - len(second) + 1), min(whole, len(first) - 1) + 1)
        chances = first[at] * second[whole - at]
        if chances.sum() < 1e-13:
            continue
        low, high = ends_of_what_is_kept(whole, spans, method)
        size += chances[at < low].sum() + chances[at >= high].sum()
    return size


def ends_of_what_is_kept(whole, spans, method):
    """The first count that is not called a fall and the first that is called a rise."""

    def is_rejected(count, *, below):
        found = compare_rates(count, spans[0], whole - count, spans[1], method=method)
        return found.p < 0.05 and (count < whole * spans[0] / sum(spans)) == below

    low = bisect(lambda count: not is_rejected(count, below=True), 0, whole + 1)
    return low, bisect(lambda count: is_rejected(count, below=False), 0, whole + 1)


def bisect(holds, low, high):
    """The first number from ``low`` that holds, where all after it hold too; ``high`` when none does."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def poisson(mean):
    upto = np.arange(int(mean + 9 * mean**0.5 + 40))
    return np.exp(upto * log(mean) - mean - gammaln(upto + 1))


@pytest.mark.parametrize(("count", "time"), [(-1, 1.0), (1, 0.0)])
def test_what_cannot_be_counted_is_refused(count, time):
    with pytest.raises(ValueError, match="not negative"):
        compare_rates(count, time, 1, 1.0)
    with pytest.raises(ValueError, match="not negative"):
        rate_interval(count, time)


def test_nothing_at_all_has_no_ratio_and_an_interval_of_everything():
    found = compare_rates(0, 1.0, 0, 1.0)
    assert (found.ratio, found.p, found.interval.low, found.interval.high) == (None, 1.0, 0.0, inf)
    assert compare_rates(3, 1.0, 0, 1.0).ratio == inf
