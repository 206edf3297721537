"""A register to work on: Albertslund, with short ways to its departments and themes."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.models import Enquiry
from ombud.identity.models import User
from ombud.offices.models import Department, Municipality, Theme

Matters = Callable[..., MatterInput]
Register = Callable[..., Enquiry]


@pytest.fixture
def matter(in_albertslund: Municipality) -> Matters:
    """A matter by the names of its department and subtheme."""

    def matter(department: str = "Børn & Familie", theme: str = "Inddragelse", **flags: Any) -> MatterInput:
        return MatterInput(
            department=Department.objects.get(name=department) if department else None,
            theme=Theme.objects.get(name=theme, parent__isnull=False) if theme else None,
            **flags,
        )

    return matter


@pytest.fixture
def registered(matter: Matters, adviser_of_albertslund: User) -> Register:
    """An enquiry with one matter, or with those given."""

    def registered(received_on: date = date(2024, 4, 10), **fields: Any) -> Enquiry:
        fields.setdefault("matters", [matter()])
        return register(by=adviser_of_albertslund, received_on=received_on, **fields)

    return registered
