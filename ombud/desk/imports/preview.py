"""The plan of a run as its page prints it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from ombud.casework.importing.fields import Field
from ombud.casework.models import ImportRun
from ombud.desk.imports.names import Option, names_of

PROBLEMS_SHOWN = 25
COUNTS: dict[str, Promise] = {
    "new": gettext_lazy("New"),
    "changed": pgettext_lazy("registrations", "Changed"),
    "unchanged": gettext_lazy("Unchanged"),
    "refused": gettext_lazy("Rows refused"),
    "kept_by_hand": gettext_lazy("Corrected by hand and kept"),
    "missing_in_file": gettext_lazy("In the register, not in the file"),
}


@dataclass(frozen=True)
class UnknownName:
    """A value of the file that stands for nothing yet, with all it may stand for; ``suggested`` are the nearest."""

    field: str
    label: str
    value: str
    rows: int
    place: str
    suggested: tuple[Option, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Example:
    """One registration of the preview: ``lines`` are field: value, or field: before → after."""

    id: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """What the page shows of a plan. ``unread`` are the headings that nothing is read from."""

    counts: tuple[tuple[str, str, int], ...]
    unknown: tuple[UnknownName, ...]
    problems: tuple[dict[str, Any], ...]
    problems_left_out: int
    warnings: tuple[dict[str, Any], ...]
    columns: tuple[dict[str, Any], ...]
    unread: tuple[str, ...]
    examples: tuple[tuple[str, str, tuple[Example, ...]], ...]
    hand_corrections: tuple[Example, ...]
    writes: int
    skipped: str


def preview(run: ImportRun, fields: Sequence[Field]) -> Preview:
    """Read the plan; an empty one gives an empty preview."""
    plan, labels = run.plan, {field.name: str(field.label) for field in fields}
    counts: dict[str, int] = plan.get("counts", {})
    found = plan.get("problems", [])
    others = [problem for problem in found if not _is_name(problem)]
    examples: dict[str, list[dict[str, Any]]] = plan.get("examples", {})
    return Preview(
        counts=tuple((name, str(label), counts[name]) for name, label in COUNTS.items() if name in counts),
        unknown=tuple(_unknown(found, labels)),
        problems=tuple(others[:PROBLEMS_SHOWN]),
        problems_left_out=max(0, len(others) - PROBLEMS_SHOWN) + plan.get("problems_left_out", 0),
        warnings=tuple(plan.get("warnings", [])),
        columns=tuple(plan.get("columns", [])),
        unread=tuple(
            str(one["heading"])
            for one in plan.get("columns", [])
            if one.get("heading") and not one.get("field") and not one.get("personal")
        ),
        examples=tuple(
            (name, str(COUNTS[name]), tuple(_example(one, labels) for one in rows))
            for name, rows in examples.items()
            if rows and name in COUNTS and name != "kept_by_hand"
        ),
        hand_corrections=tuple(_example(one, labels) for one in plan.get("hand_corrections", [])),
        writes=counts.get("new", 0) + counts.get("changed", 0),
        skipped=_skipped(plan.get("skipped", {})),
    )


def _unknown(problems: Sequence[dict[str, Any]], labels: dict[str, str]) -> list[UnknownName]:
    """Each unknown name once, however many rows have it."""
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for problem in problems:
        if _is_name(problem):
            rows.setdefault((problem["field"], problem["value"]), []).append(problem)
    known = {field: tuple(names_of(field)) for field, _value in rows}
    return [
        UnknownName(
            field=field,
            label=labels.get(field, field),
            value=value,
            rows=len(same),
            place=_place(same[0]),
            suggested=tuple((one["key"], one["name"]) for one in same[0].get("suggestions", [])),
            options=known[field],
        )
        for (field, value), same in rows.items()
    ]


def _is_name(problem: dict[str, Any]) -> bool:
    """Whether the problem is an unknown name, which is chosen on the page instead of listed."""
    return bool(problem.get("field") and problem.get("value"))


def _place(problem: dict[str, Any]) -> str:
    return _("first in row %(row)s, column %(column)s") % {"row": problem["row"], "column": problem["column"]}


def _example(one: dict[str, Any], labels: dict[str, str]) -> Example:
    label = one.get("label") or _("Row %(row)s") % {"row": one.get("row", "")}
    lines = [
        _("%(field)s: %(value)s") % {"field": _label(name, labels), "value": value}
        for name, value in one.get("fields", {}).items()
    ]
    lines += [
        _("%(field)s: %(before)s → %(after)s")
        % {"field": _label(change["field"], labels), "before": change["before"], "after": change["after"]}
        for change in one.get("changes", [])
    ]
    return Example(str(one.get("id", "")), label, tuple(lines))


def _label(name: str, labels: dict[str, str]) -> str:
    """``matters.2.theme`` is the second matter's; a matter's theme in the register is the file's subtheme."""
    parts = name.split(".")
    if len(parts) == 3:
        field = "subtheme" if parts[2] == "theme" else parts[2]
        return _("Matter %(number)s, %(field)s") % {"number": parts[1], "field": labels.get(field, field).lower()}
    return _("Matters") if name == "matters" else labels.get(name, name)


def _skipped(skipped: dict[str, int]) -> str:
    said = []
    if blank := skipped.get("blank", 0):
        said.append(ngettext("%(count)d blank row", "%(count)d blank rows", blank) % {"count": blank})
    if total := skipped.get("total", 0):
        said.append(ngettext("%(count)d row of totals", "%(count)d rows of totals", total) % {"count": total})
    return ", ".join(said)
