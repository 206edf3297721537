"""The decisions on small counts of a profile."""

from typing import Any

from ombud.core.profile.fields import as_day
from ombud.offices.models import SmallCountRule


def make_small_counts(data: dict[str, Any]) -> None:
    """One row a decision; the municipality's own row has the rule for the public and every kind besides."""
    for each in data.get("disclosure", {}).get("rules", []):
        known = {name: value for name, value in each.items() if name not in ("decided_by", "decided_on")}
        SmallCountRule.objects.create(
            **known, decided_by=each.get("decided_by") or "", decided_on=as_day(each.get("decided_on"))
        )
