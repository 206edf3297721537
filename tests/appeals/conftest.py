"""Albertslund with its appeal boards."""

from collections.abc import Iterator

import pytest

from ombud.offices.models import Municipality
from ombud.reporting.actions.municipalities import make_municipality
from ombud.tenancy.scope import scope


@pytest.fixture
def office(db: None) -> Iterator[Municipality]:
    municipality = make_municipality(code="0165", by=None)
    with scope(municipality):
        yield municipality
