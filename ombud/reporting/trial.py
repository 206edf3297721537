"""Trying a definition out: can the municipality's own dimensions make this table and this figure at all?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import translation

from ombud.core.statistics.parse_definitions import parse_definitions
from ombud.offices.queries.periods import latest_period
from ombud.reporting.counting.gather import gather
from ombud.reporting.statistics import count_up


def faults_of(spec: Mapping[str, Any], kind: str, tables: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What cannot be made, tried on the latest reporting period; nothing when all is well."""
    wanted = [one for one in tables if one.get("name") == (spec.get("table") if kind == "figure" else spec.get("name"))]
    figures = [spec] if kind == "figure" else []
    trial = parse_definitions({"tables": wanted, "figures": figures}, translation)
    period = latest_period()
    first, last = (period.starts_on, period.ends_on) if period else (date(2000, 1, 1), date(2000, 12, 31))
    return count_up(replace(gather(first, last, translation), definitions=trial), translation).faults
