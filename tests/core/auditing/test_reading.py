"""A case as JSON becomes a release; what is wrong is named with its place."""

import json
from typing import Any

import pytest

from ombud.core.auditing.reading import NotASystem, read_system
from ombud.core.words import PLAIN

GOOD: dict[str, Any] = {
    "cells": {"t": 10, "a": 7, "b": 1, "c": 2},
    "equations": [["t", ["a", "b", "c"]]],
    "suppressed": ["b", "c"],
    "lower_bound": 0,
}


def test_a_case_becomes_a_release_without_the_hidden_counts() -> None:
    found = read_system(json.dumps(GOOD), PLAIN)
    assert found.printed == {"t": 10, "a": 7}
    assert found.hidden == {"b", "c"}
    assert found.relations == (("t", ("a", "b", "c")),)
    assert (found.lower_bound, found.threshold, found.protection) == (0, 3, "P2")


def test_hidden_counts_need_not_be_told() -> None:
    told = read_system(json.dumps(GOOD), PLAIN)
    assert read_system(json.dumps(GOOD | {"cells": {"t": 10, "a": 7, "b": None, "c": None}}), PLAIN) == told


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"cells": GOOD["cells"] | {"a": 8}}, "t: the parts make 11, the total is 10, the difference is -1."),
        ({"cells": GOOD["cells"] | {"a": -7}}, "a: -7 is negative."),
        ({"cells": GOOD["cells"] | {"a": "7"}}, "a: “7” is not a whole number."),
        ({"cells": GOOD["cells"] | {"a": 7.0}}, "a: “7.0” is not a whole number."),
        ({"cells": GOOD["cells"] | {"a": True}}, "a: “True” is not a whole number."),
        ({"cells": GOOD["cells"] | {"a": None}}, "a: “None” is not a whole number."),
        ({"cells": [1, 2]}, "“cells” has the wrong form."),
        ({"suppressed": ["b", "x"]}, "suppressed: there is no cell “x”."),
        ({"suppressed": [["b"]]}, "suppressed: there is no cell “['b']”."),
        ({"equations": [["t", ["a", "y"]]]}, "equations[1]: there is no cell “y”."),
        ({"equations": [["t", "a"]]}, "equations[1]: a sum is written [total, [part, part, …]]."),
        ({"equations": [["t", ["a", "b", "b"]]]}, "equations[1]: “b” stands twice in one sum."),
        ({"lower_bound": 2}, "b: 1 is less than the lower bound 2."),
        ({"lower_bound": -1}, "lower_bound: -1 is negative."),
        ({"protection": "P3"}, "The protection is P1 or P2, not “P3”."),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(NotASystem) as shown:
        read_system(json.dumps(GOOD | changed), PLAIN)
    assert str(shown.value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{\n x", "This is not JSON: line 2, column 2."),
        ("[]", "The file must hold one object with cells, equations and suppressed."),
        ("{}", "“suppressed” is missing."),
        ('{"cases": []}', "The file holds several cases. Give one of them."),
        ('{"cells": {"a": 1, "a": 2}}', "“a” stands twice."),
        ('{"cells": ' + "[" * 100_000, "The file holds numbers or brackets beyond measure."),
        ('{"cells": {"a": ' + "9" * 5000 + "}}", "The file holds numbers or brackets beyond measure."),
    ],
)
def test_a_file_that_is_no_case_is_refused(text: str, said: str) -> None:
    with pytest.raises(NotASystem) as shown:
        read_system(text, PLAIN)
    assert str(shown.value) == said
