"""Mending what broke off between the two databases, at start and once a day. Running it twice changes nothing more.

A case is made as key, then content; it is destroyed as ledger line and key, then content, then the line's end. So a
break leaves a key without a case, or a ledger line whose content is still there. A restored key store may also hold
keys that the ledger names as destroyed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from ombud.privacy.actions.cases import finish
from ombud.privacy.models import CaseKey, CaseSeal, Destroyed, ShutOut
from ombud.privacy.router import KEYS

YOUNG = timedelta(hours=1)
"""A key without a case may belong to one that is being written just now."""
MANY = 20
"""More orphans than this, or than whole cases, are no broken-off writes but, say, an old or an empty copy of the
content: they are left and told."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What was mended, and what a person must look at."""

    destroyed_again: int
    """Keys that the ledger says are destroyed."""
    finished: int
    """Deletions brought to their end."""
    orphans_removed: int
    """Keys of cases that were never written."""
    orphans_left: int
    """Keys without a case, too many to be accidents: was an old copy of the content restored?"""
    without_key: frozenset[UUID]
    """Cases whose key is missing: an old copy of the key store? Nothing of them opens, and nothing was deleted."""


def reconcile(cases_known: Iterable[UUID], delete_content: Callable[[UUID], None], now: datetime) -> Reconciled:
    """``cases_known``: every case in the content. ``delete_content`` deletes what is left of one case's content."""
    known = set(cases_known)
    again = apply_ledger()
    finished = 0
    for case in list(Destroyed.objects.filter(finished=False).values_list("case", flat=True)):
        delete_content(case)
        finish(case)
        known.discard(case)
        finished += 1
    for case in known & set(Destroyed.objects.values_list("case", flat=True)):  # content from before the deletion
        delete_content(case)
        known.discard(case)
        finished += 1
    held = dict(CaseKey.objects.values_list("case", "made_at"))
    orphans = {case for case, made_at in held.items() if case not in known and made_at <= now - YOUNG}
    removed = len(orphans) if len(orphans) <= min(MANY, len(known & set(held))) else 0
    if removed:
        _remove_keys(orphans)
    return Reconciled(again, finished, removed, len(orphans) - removed, frozenset(known - set(held)))


def apply_ledger() -> int:
    """Destroy every key that the ledger says is destroyed; after a restore, before anybody can log in. How many."""
    with transaction.atomic(using=KEYS):
        cases = set(CaseKey.objects.filter(case__in=Destroyed.objects.values("case")).values_list("case", flat=True))
        _remove_keys(cases)
    return len(cases)


def _remove_keys(cases: set[UUID]) -> None:
    named = list(cases)
    with transaction.atomic(using=KEYS):
        for start in range(0, len(named), 500):
            batch = named[start : start + 500]
            for model in (CaseSeal, ShutOut, CaseKey):
                model.objects.filter(case__in=batch).delete()
