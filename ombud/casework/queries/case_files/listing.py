"""The case files of the municipality in scope, by the day their enquiry came."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from ombud.casework.contents.case import CaseText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile
from ombud.privacy.actions.cases import shut_out_of
from ombud.privacy.keyring import Keyring

PAGE = 50


@dataclass(frozen=True, repr=False)
class ListedCase:
    """A line of the list: the registration's number and days, and the title."""

    id: UUID
    number: str
    received_on: date
    opened_on: date
    closed_on: date | None
    title: str


@dataclass(frozen=True, repr=False)
class Listing:
    """One page, counted from 1, and how many cases there are in all. Those one is shut out of count nowhere."""

    rows: tuple[ListedCase, ...]
    page: int
    pages: int
    total: int

    @property
    def previous(self) -> int:
        return self.page - 1

    @property
    def next(self) -> int:
        return self.page + 1


def listed(keys: Keyring, *, page: int = 1, only: str = "", size: int = PAGE) -> Listing:
    """A page of the list; ``only`` is "open", "closed" or "" for all. A page that is not there is the nearest one."""
    found = _cases(keys, only)
    total = found.count()
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    cases = list(found[(page - 1) * size : page * size])
    seals = keys.many_case_seals(case.pk for case in cases)
    rows = tuple(
        ListedCase(
            id=case.pk,
            number=str(case.enquiry),
            received_on=case.enquiry.received_on,
            opened_on=case.opened_on,
            closed_on=case.enquiry.closed_on,
            title=unseal(seals[case.pk], case, CaseText).title,
        )
        for case in cases
        if case.pk in seals
    )
    return Listing(rows, page, pages, total)


def count_cases(keys: Keyring) -> int:
    """How many cases the person can see."""
    return _cases(keys, "").count()


def _cases(keys: Keyring, only: str) -> "QuerySet[CaseFile]":
    cases = CaseFile.objects.exclude(pk__in=shut_out_of(keys.person)).select_related("enquiry")
    if only:
        cases = cases.filter(enquiry__closed_on__isnull=only == "open")
    return cases.order_by("-enquiry__received_on", "-enquiry__year", "-enquiry__number", "pk")
