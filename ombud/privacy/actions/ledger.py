"""The ledger of destroyed keys, carried with every backup: what was destroyed stays so after a restore."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ombud.privacy.models import Destroyed
from ombud.privacy.router import KEYS

Line = dict[str, str]
"""``case``, ``office`` and ``at``, as texts: no person and no content."""


def lines() -> list[Line]:
    """Every line, to be carried elsewhere."""
    rows = Destroyed.objects.order_by("at", "case")
    return [{"case": str(row.case), "office": row.office, "at": row.at.isoformat()} for row in rows]


def take_over(carried: list[Line]) -> int:
    """Add the lines that are not here, as unfinished: the reconciler destroys and deletes what they name. How many."""
    with transaction.atomic(using=KEYS):
        known = {str(case) for case in Destroyed.objects.values_list("case", flat=True)}
        new = {line["case"]: line for line in carried if line["case"] not in known}
        Destroyed.objects.bulk_create(
            Destroyed(case=UUID(case), office=line["office"], at=datetime.fromisoformat(line["at"]))
            for case, line in new.items()
        )
    return len(new)
