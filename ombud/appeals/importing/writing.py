"""Writing the decisions that an import found."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ombud.appeals.importing.set_up import SetUp
from ombud.appeals.models import AppealDecision, AppealRemark
from ombud.audit.record import record
from ombud.casework.importing.comparison import Draft, Pair, State
from ombud.casework.models import Source
from ombud.identity.models import User

PIECE = 2_000
ROWS = ("board", "department")


def write_decisions(drafts: Sequence[Draft], source: Source) -> None:
    """New decisions with their remarks."""
    for start in range(0, len(drafts), PIECE):
        piece = drafts[start : start + PIECE]
        made = [
            AppealDecision(source=source, import_key=draft.key, imported_state=draft.state, **_values(draft.state))
            for draft in piece
        ]
        AppealDecision.objects.bulk_create(made)
        AppealRemark.objects.bulk_create(
            [
                AppealRemark(decision=decision, theme_id=theme)
                for decision, draft in zip(made, piece, strict=True)
                for theme in draft.state.get("remarks", ())
            ]
        )


def write_changes(pairs: Sequence[Pair], set_up: SetUp, by: User | None) -> None:
    """Changes, and what the file said as the base of the next comparison. A log line for each changed decision."""
    for pair in pairs:
        if not pair.changes and pair.known.base == pair.draft.state and pair.known.key == pair.draft.key:
            continue
        decision: AppealDecision = AppealDecision.objects.get(pk=pair.known.pk)
        changes = {name: after for name, (_before, after) in pair.changes.items()}
        for name, value in _values(changes).items():
            setattr(decision, name, value)
        decision.imported_state = (pair.known.base or {}) | pair.draft.state
        decision.import_key = pair.draft.key
        decision.version += bool(changes)
        decision.save()
        if "remarks" in changes:
            _set_remarks(decision, changes["remarks"])
        if changes:
            said = {name: [_told(name, one, set_up) for one in both] for name, both in pair.changes.items()}
            code = decision.municipality.code
            record("decision.imported", decision, by=by, municipality=code, label=str(decision), changes=said)


def _values(state: State) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in state.items():
        if name in ("received_on", "decided_on"):
            values[name] = date.fromisoformat(value) if value else None
        elif name != "remarks":
            values[f"{name}_id" if name in ROWS else name] = value
    return values


def _set_remarks(decision: AppealDecision, themes: Sequence[int]) -> None:
    """A remark that stays keeps its qualifier."""
    decision.remarks.exclude(theme__in=themes).delete()
    known = set(decision.remarks.values_list("theme_id", flat=True))
    AppealRemark.objects.bulk_create(
        [AppealRemark(decision=decision, theme_id=theme) for theme in themes if theme not in known]
    )


def _told(name: str, value: Any, set_up: SetUp) -> Any:
    if isinstance(value, list):
        return "; ".join(set_up.name_of(name, key) for key in value)
    return set_up.name_of(name, value) if name in ROWS and value is not None else value
