"""A register in Albertslund on which changes of the set-up are tried."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.models import Enquiry, Matter
from ombud.offices.models import Department, EnquiryType, Municipality, Theme

Figures = dict[str, Counter[str]]


@pytest.fixture
def registered(in_albertslund: Municipality) -> list[Enquiry]:
    """Four enquiries of spring 2024 in three departments; one is placed in a sub-unit."""
    places = [
        ("Børn & Familie", "Inddragelse", "Klage", date(2024, 4, 3)),
        ("Familieafsnittet", "Partshøring", "Klage", date(2024, 4, 10)),
        ("Dagtilbud & Skole", "Inddragelse", "Vejledning", date(2024, 5, 2)),
        ("Miljø & Teknik", "Notatpligt", "Vejvisning", date(2024, 6, 20)),
    ]
    return [
        register(
            by=None,
            received_on=day,
            type=EnquiryType.objects.get(name=kind),
            matters=[
                MatterInput(
                    department=Department.objects.get(name=department),
                    theme=Theme.objects.get(name=theme, parent__isnull=False),
                )
            ],
        )
        for department, theme, kind, day in places
    ]


@pytest.fixture
def figures(registered: list[Enquiry]) -> Callable[[], Figures]:
    """The numbers of spring 2024 by row: what no change of the set-up may move."""

    def count() -> Figures:
        matters = Matter.objects.filter(enquiry__received_on__lt=date(2024, 7, 1)).select_related("enquiry__type")
        return {
            "department": Counter(str(matter.department.top.pk) for matter in matters),
            "unit": Counter(str(matter.department.pk) for matter in matters),
            "theme": Counter(str(matter.theme.path[0].pk) for matter in matters),
            "subtheme": Counter(str(matter.theme.pk) for matter in matters),
            "group": Counter(matter.enquiry.type.group for matter in matters),
            "mandate": Counter(str(matter.enquiry.mandate_id) for matter in matters),
        }

    return count
