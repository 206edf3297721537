"""What is written out can be read in again, and is then the same."""

import re
from datetime import date
from typing import Any

import pytest

from ombud.offices.actions.departments import merge
from ombud.offices.actions.profiles import load_profile, load_shipped
from ombud.offices.models import Department, Municipality
from ombud.offices.queries.own_profile import as_profile
from ombud.tenancy.scope import scope

pytestmark = pytest.mark.django_db


def comparable(value: Any) -> Any:
    """Keys are made from numbers of rows, which are others in a copy."""
    if isinstance(value, dict):
        return {name: comparable(each) for name, each in value.items() if name != "code"}
    if isinstance(value, list):
        return [comparable(each) for each in value]
    return (
        re.sub(r"-\d+$", "", value)
        if isinstance(value, str) and value.startswith(("department-", "channel-"))
        else value
    )


@pytest.mark.parametrize("code", ["0165", "0183", "0860"])
def test_a_copy_of_a_shipped_municipality_is_the_same(code: str) -> None:
    with scope(load_shipped(code=code, by=None)):
        first = as_profile()
    with scope(load_profile(data=first | {"code": "0999"}, by=None)):
        assert comparable(as_profile()) == comparable(first)


def test_a_merger_comes_along(in_albertslund: Municipality) -> None:
    rows = list(Department.objects.filter(parent=None)[:2])
    merge(departments=rows, name="Samlet", on=date(2026, 1, 1), by=None)
    with scope(load_profile(data=as_profile() | {"code": "0999"}, by=None)):
        made = Department.objects.get(name="Samlet")
        assert {origin.predecessor.name for origin in made.origins.all()} == {row.name for row in rows}
        assert all(origin.predecessor.ends_on == date(2025, 12, 31) for origin in made.origins.all())
