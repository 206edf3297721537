"""Trying properties on drawn cases: a number of them in the suite, and for as long as asked in `make proof`."""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

SECONDS = float(os.environ.get("OMBUD_PROOF_SECONDS", "120"))
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]

Property = tuple[Callable[..., None], st.SearchStrategy[tuple[Any, ...]], int]
"""What must hold of a case, the cases, and how many of them the suite tries."""


def run(checked: Property, examples: int, number: int = 0) -> int:
    """Try a property on so many cases; how many were tried. Another ``number`` draws other cases."""
    check, cases, _ = checked
    tried = Counter[str]()

    @seed(number)
    @settings(max_examples=examples, database=None, suppress_health_check=QUIET)
    @given(case=cases)
    def holds(case: tuple[Any, ...]) -> None:
        check(*case)
        tried["cases"] += 1

    holds()
    return tried["cases"]


def run_for(properties: Mapping[str, Property], seconds: float) -> Counter[str]:
    """Try all of them in turn until the time is up; how many cases of each were tried."""
    until, tried, number = monotonic() + seconds, Counter[str](), 1
    while monotonic() < until:
        for name, checked in properties.items():
            tried[name] += run(checked, 100, number)
        number += 1
    return tried
