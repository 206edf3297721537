"""Decisions of appeal boards and their remarks as facts: counted apart from the matters, always (R182-R186)."""

from dataclasses import dataclass

import numpy as np

from ombud.appeals.models import AppealBoard, AppealDecision, RemarkTheme
from ombud.core.statistics.facts import (
    APPEAL_DECISIONS,
    APPEAL_REMARKS,
    Dimension,
    Facts,
    Member,
    dimension,
    encode,
)
from ombud.core.statistics.months import month_dimension
from ombud.core.statistics.periods import Period
from ombud.core.words import Words
from ombud.reporting.facts.choices import ids
from ombud.reporting.facts.columns import Column, read_columns
from ombud.reporting.facts.departments import Organisation
from ombud.reporting.facts.naming import local

COLUMNS = ("pk", "department_id", "board_id", "rejected", "source_id")
OUTCOMES = ("without_remarks", "with_remarks", "rejected")


@dataclass(frozen=True, eq=False)
class AppealFacts:
    """``silent_boards`` decided nothing in the period, and the report says so (R187)."""

    decisions: Facts
    remarks: Facts
    sources: frozenset[int]
    silent_boards: tuple[str, ...]


def appeal_facts(period: Period, organisation: Organisation, words: Words) -> AppealFacts:
    """Decisions received in the period: two queries, one a kind."""
    days = (period.first, period.last)
    decisions = read_columns(AppealDecision, *days, COLUMNS, ("received_on",))
    themes = read_columns(AppealDecision, *days, ("pk", "remarks__theme_id"), (), through="remarks")
    body, silent = _boards(set(decisions["board_id"]), words)
    department, month = organisation.appeal_department, month_dimension(period, words)
    texts = decisions["received_on"]
    codes = {
        "department": encode(decisions["department_id"], department, keys=organisation.tops),
        "body": encode(decisions["board_id"], body, keys=ids(body)),
        "outcome": _outcomes(decisions["rejected"], decisions["pk"], set(themes["pk"])),
        "month": encode(texts, month, keys={text: text[:7] for text in set(texts)}),
    }
    counted = Facts(APPEAL_DECISIONS, (department, body, _outcome(words), month), codes, len(texts))
    places = {pk: place for place, pk in enumerate(decisions["pk"])}
    of_decision = np.fromiter(map(places.__getitem__, themes["pk"]), dtype=np.int64, count=len(themes["pk"]))
    remark = _remark_themes(words)
    remark_codes = {name: codes[name][of_decision] for name in ("department", "body", "month")}
    remark_codes["remark"] = encode(themes["remarks__theme_id"], remark, keys=ids(remark))
    remarks = Facts(APPEAL_REMARKS, (department, body, remark, month), remark_codes, len(of_decision))
    sources = frozenset(set(decisions["source_id"]) - {None})
    return AppealFacts(counted, remarks, sources, silent)


def _outcomes(rejected: Column, keys: Column, remarked: set[int]) -> np.ndarray:
    """With or without remarks follows from the remarks; a rejected complaint is neither."""
    return np.array(
        [3 if is_rejected else 2 if key in remarked else 1 for is_rejected, key in zip(rejected, keys, strict=True)],
        dtype=np.int16,
    )


def _outcome(words: Words) -> Dimension:
    labels = (
        words.gettext("Without remarks"),
        words.gettext("With remarks"),
        words.gettext("Complaint rejected"),
    )
    members = [Member(key, label) for key, label in zip(OUTCOMES, labels, strict=True)]
    return dimension("outcome", words.gettext("Outcome"), members, not_stated=words.gettext("Not stated"))


def _boards(deciding: set[int], words: Words) -> tuple[Dimension, tuple[str, ...]]:
    language = words.get_language()
    rows = list(AppealBoard.objects.values("pk", "name", "name_en", "stated_when_none"))
    members = [Member(str(row["pk"]), local(row, language)) for row in rows]
    silent = [local(row, language) for row in rows if row["stated_when_none"] and row["pk"] not in deciding]
    body = dimension("body", words.gettext("Appeal board"), members, not_stated=words.gettext("Not stated"))
    return body, tuple(silent)


def _remark_themes(words: Words) -> Dimension:
    language = words.get_language()
    rows = RemarkTheme.objects.values("pk", "name", "name_en", "note")
    members = [Member(str(row["pk"]), local(row, language), "", row["note"]) for row in rows]
    return dimension("remark", words.gettext("Remark"), members, not_stated=words.gettext("Not stated"))
