"""Keeping what was typed into a page that could not take it. No log line: nothing of the office has changed."""

import json
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ombud.intake.models import KeptForm
from ombud.privacy.inbox import seal_to_person

MOST = 50
"""How many forms of a person are kept; the oldest go first."""
LONGEST = timedelta(days=30)


@transaction.atomic
def keep(
    *, person: str, address: str, fields: Sequence[tuple[str, list[str]]], files: Sequence[tuple[str, list[str]]]
) -> KeptForm:
    """Seal a form's fields, and the names of its files, to the person's public key. Needs no key; raises NoKeys."""
    said = json.dumps({"address": address, "fields": fields, "files": files}, ensure_ascii=False)
    now = timezone.now()
    kept = KeptForm(person=person, made_at=now)
    kept.sealed = seal_to_person(person, said.encode(), kept.place)
    kept.save(force_insert=True)
    mine = KeptForm.objects.filter(person=person)
    too_many = list(mine.order_by("-made_at").values_list("pk", flat=True)[MOST:])
    (mine.filter(pk__in=too_many) | mine.filter(made_at__lt=now - LONGEST)).delete()
    return kept


def let_go(*, person: str, name: str) -> bool:
    """Take one away: it was sent, or is not wanted. False when the person has none of this name."""
    try:
        found = KeptForm.objects.filter(person=person, pk=UUID(name))
    except ValueError:
        return False
    return found.delete()[0] > 0
