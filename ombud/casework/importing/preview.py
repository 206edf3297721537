"""The plan as the page and the command line show it."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ombud.casework.importing.comparison import Comparison, Draft, Known, Pair, flat
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.problems import MOST_KEPT
from ombud.casework.importing.table import Table, as_preview

MOST_EXAMPLES = 50
MOST_HAND_CORRECTIONS = 500
Said = Callable[[str, Any], str]
"""A field's value as the reader knows it: names, and days as they are printed."""


def make_plan(
    table: Table, parsed: Parsed, comparison: Comparison, label: Callable[[Draft], str], said: Said
) -> dict[str, Any]:
    """``counts`` are registrations, except ``refused``: rows with something wrong. ``kept_by_hand`` may also be among
    the changed.
    """
    kept = comparison.with_kept
    return as_preview(table) | {
        "counts": counts(comparison, len(parsed.problems.rows)),
        "new_matters": sum(len(draft.state.get("matters", ())) for draft in comparison.new),
        "problems": parsed.problems.as_json(),
        "problems_left_out": max(0, len(parsed.problems.found) - MOST_KEPT),
        "warnings": [{"message": message, "count": count} for message, count in parsed.warnings.items()],
        "examples": {
            "new": [_new(draft, label, said) for draft in comparison.new[:MOST_EXAMPLES]],
            "changed": [_pair(pair, pair.changes, said) for pair in comparison.changed[:MOST_EXAMPLES]],
            "kept_by_hand": [_pair(pair, pair.kept, said) for pair in kept[:MOST_EXAMPLES]],
            "missing_in_file": [_missing(known) for known in comparison.missing[:MOST_EXAMPLES]],
        },
        "hand_corrections": [_pair(pair, pair.kept, said) for pair in kept[:MOST_HAND_CORRECTIONS]],
        "fingerprint": fingerprint(comparison),
    }


def counts(comparison: Comparison, refused: int = 0) -> dict[str, int]:
    """How many of each."""
    changed = len(comparison.changed)
    return {
        "new": len(comparison.new),
        "changed": changed,
        "unchanged": sum(not pair.changes and not pair.kept for pair in comparison.pairs),
        "refused": refused,
        "kept_by_hand": len(comparison.with_kept),
        "missing_in_file": len(comparison.missing),
    }


def refusal(problem: Mapping[str, Any], columns: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """The plan of a file that could not be read at all."""
    none = dict.fromkeys(("new", "changed", "unchanged", "refused", "kept_by_hand", "missing_in_file"), 0)
    return {"counts": none, "problems": [problem], "columns": list(columns), "rows": 0, "unreadable": True}


def fingerprint(comparison: Comparison) -> str:
    """Changes whenever an import would do something else than what was shown."""
    shown = [
        len(comparison.new),
        [[pair.known.pk, pair.changes, pair.kept] for pair in comparison.pairs if pair.changes or pair.kept],
    ]
    return hashlib.sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()


def _new(draft: Draft, label: Callable[[Draft], str], said: Said) -> dict[str, Any]:
    values = {name: said(name, value) for name, value in flat(draft.state).items() if name != "matters"}
    return {"label": label(draft), "row": draft.row, "fields": values}


def _pair(pair: Pair, differences: Mapping[str, list[Any]], said: Said) -> dict[str, Any]:
    changes = [
        {"field": name, "before": said(name, before), "after": said(name, after)}
        for name, (before, after) in differences.items()
    ]
    return {"id": str(pair.known.pk), "label": pair.known.label, "row": pair.draft.row, "changes": changes}


def _missing(known: Known) -> dict[str, Any]:
    return {"id": str(known.pk), "label": known.label}
