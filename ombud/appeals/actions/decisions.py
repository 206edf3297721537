"""Registering, correcting and removing a decision of an appeal board (R181-R189)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.appeals.models import AppealBoard, AppealDecision, AppealRemark, RemarkTheme
from ombud.audit.record import record
from ombud.casework.actions.descriptions import changes, plain
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.actions.validation import Refusals, in_use, same_municipality
from ombud.casework.models import Source
from ombud.casework.words import WORDS
from ombud.core.workflow import registration as rules
from ombud.identity.models import User
from ombud.offices.models import Department
from ombud.tenancy.scope import current_id

QUALIFIERS = "qualifiers"
"""In the log: that a text which narrows a remark was changed, never the text."""
FIELDS = ("board", "received_on", "decided_on", "department", "rejected", "result")


@dataclass(frozen=True)
class RemarkInput:
    """A remark on one theme; ``qualifier`` narrows it, such as "in the reassessment" (R188)."""

    theme: RemarkTheme
    qualifier: str = ""


@transaction.atomic
def register_decision(
    *,
    by: User | None,
    board: AppealBoard,
    received_on: date,
    department: Department | None = None,
    remarks: Sequence[RemarkInput] = (),
    rejected: bool = False,
    decided_on: date | None = None,
    result: str = "",
    source: Source | None = None,
) -> AppealDecision:
    """Register a decision received in copy. Raises ValidationError with field keys."""
    values = {"board": board, "received_on": received_on, "department": department, "rejected": rejected}
    values |= {"decided_on": decided_on, "result": result}
    _refuse(values, remarks)
    decision = AppealDecision(source=source, **values)
    decision.save(force_insert=True)
    _write_remarks(decision, remarks)
    _log("decision.registered", decision, by, changes({}, describe(decision)))
    return decision


@transaction.atomic
def correct_decision(
    *, decision: AppealDecision, version: int, by: User | None, remarks: Sequence[RemarkInput], **fields: Any
) -> AppealDecision:
    """Change a decision; fields not given stay. Raises ChangedMeanwhile when ``version`` is no longer the last."""
    current: AppealDecision = AppealDecision.objects.select_for_update().get(pk=decision.pk)
    if current.version != version:
        raise ChangedMeanwhile
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"A decision has no {sorted(unknown)}.")
    values = {name: fields.get(name, getattr(current, name)) for name in FIELDS}
    _refuse(values, remarks)
    before = describe(current)
    for name, value in values.items():
        setattr(current, name, value)
    after = {name: plain(value) for name, value in values.items()} | {"remarks": _said(one.theme for one in remarks)}
    differences = changes(before, after)
    if _narrowed((one.theme_id, one.qualifier) for one in current.remarks.all()) != _narrowed(
        (one.theme.pk, one.qualifier) for one in remarks
    ):
        differences[QUALIFIERS] = [None, True]
    if not differences:
        return current
    current.version += 1
    current.corrected_at = timezone.now()
    current.save()
    _write_remarks(current, remarks)
    _log("decision.corrected", current, by, differences)
    return current


@transaction.atomic
def remove_decision(*, decision: AppealDecision, by: User | None) -> None:
    """Take a decision out of the register. The log keeps its codes."""
    current: AppealDecision = AppealDecision.objects.select_for_update().get(pk=decision.pk)
    _log("decision.removed", current, by, changes(describe(current), {}))
    current.delete()


def describe(decision: AppealDecision) -> dict[str, Any]:
    """All that can change of a decision, as the log shows it. What narrows a remark is free text and stays out."""
    themes = (remark.theme for remark in decision.remarks.select_related("theme"))
    return {name: plain(getattr(decision, name)) for name in FIELDS} | {"remarks": _said(themes)}


def _said(themes: Iterable[RemarkTheme]) -> str:
    return "; ".join(sorted(theme.name for theme in themes))


def _narrowed(remarks: Iterable[tuple[int, str]]) -> dict[int, str]:
    return {theme: qualifier for theme, qualifier in remarks if qualifier}


def _refuse(values: dict[str, Any], remarks: Sequence[RemarkInput]) -> None:
    refusals, received_on = Refusals(), values["received_on"]
    today = timezone.localdate()
    refusals.add("received_on", rules.why_not_received(received_on=received_on, today=today, words=WORDS))
    decided = rules.why_not_appealed(received_on=received_on, decided_on=values["decided_on"], words=WORDS)
    refusals.add("decided_on", decided)
    has_remarks = bool(remarks)
    refusals.add("remarks", rules.why_not_remarked(rejected=values["rejected"], has_remarks=has_remarks, words=WORDS))
    if len({remark.theme.pk for remark in remarks}) < len(remarks):
        refusals.add("remarks", _("Each theme can be chosen once."))
    for remark in remarks:
        refusals.add("remarks", rules.why_not_qualified(remark.qualifier, words=WORDS))
    if values["result"] not in ("", *AppealDecision.Result.values):
        refusals.add("result", _("Choose a result from the list."))
    if received_on is not None:
        in_use(refusals, "department", values["department"], received_on)
    placed = [("board", values["board"]), ("department", values["department"])]
    same_municipality(refusals, current_id(), [*placed, *(("remarks", remark.theme) for remark in remarks)])
    refusals.stop()


def _write_remarks(decision: AppealDecision, remarks: Sequence[RemarkInput]) -> None:
    known = {remark.theme_id: remark for remark in decision.remarks.all()}
    for given in remarks:
        remark = known.pop(given.theme.pk, None) or AppealRemark(decision=decision, theme=given.theme)
        remark.qualifier = given.qualifier
        remark.save()
    for remark in known.values():
        remark.delete()


def _log(action: str, decision: AppealDecision, by: User | None, differences: dict[str, list[Any]]) -> None:
    code = decision.municipality.code
    record(action, decision, by=by, municipality=code, label=str(decision), changes=differences)
