"""`ombud protect`: what to hide in a table so that no small count can be worked out (R138), without a database."""

import json
from argparse import ArgumentTypeError, Namespace
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombud.config.commands.refusals import Refused
from ombud.core.numbers import hidden_text

if TYPE_CHECKING:
    from ombud.core.disclosure.protect import Protected
    from ombud.core.disclosure.system import System
    from ombud.core.disclosure.two_level import Place, TwoLevelTable

SECONDS = 60.0
LARGEST = 1000


def add(commands: Any) -> None:
    explained = _("find what to hide in a table so that no small count can be worked out")
    parser = commands.add("protect", run, explained)
    parser.add_argument(
        "table", metavar="TABLE.csv", type=Path, help=_("theme, subtheme and one column of counts for each department")
    )
    parser.add_argument(
        "--threshold", type=_threshold, default=3, metavar=_("NUMBER"), help=_("smaller counts are hidden (3)")
    )
    parser.add_argument(
        "--protection",
        choices=("P1", "P2"),
        default="P2",
        help=_("P1: nobody can say exactly what a hidden count is; P2: it may also be as large as the threshold (P2)"),
    )
    parser.add_argument(
        "--attacker-lower-bound",
        type=int,
        choices=(0, 1),
        default=1,
        help=_("the least that a reader takes a hidden count to be; 1 where noughts are shown (1)"),
    )
    parser.add_argument(
        "--weight", choices=("value", "count"), default="value", help=_("what hiding a count costs: its value, or one")
    )
    parser.add_argument(
        "--time-limit",
        type=_seconds,
        default=SECONDS,
        metavar=_("SECONDS"),
        help=_("how long to look for the proof that nothing less is enough (60)"),
    )
    parser.add_argument(
        "--publish",
        nargs=2,
        action="append",
        default=[],
        metavar=(_("ROW"), _("COLUMN")),
        help=_("a count that must be printed; * is a total; may be repeated"),
    )
    parser.add_argument("--json", action="store_true", help=_("print one JSON object"))


def run(options: Namespace) -> None:
    table = _table(options.table)
    forced = [(row, column) for row, column in options.publish]
    try:
        system, places = table.system(forced=forced)
    except KeyError as missing:
        row, column = missing.args[0]
        text = _("%(path)s: there is no count in row “%(row)s”, column “%(column)s”.")
        raise Refused(text % {"path": options.table, "row": row, "column": column}) from None
    found = _protected(system, options)
    if options.json:
        print(json.dumps(_as_json(found, system, places), ensure_ascii=False))
    else:
        print(_as_text(found, table, {place: system.cells[key].value for key, place in places.items()}, places))


def _table(path: Path) -> "TwoLevelTable":
    from ombud.core.disclosure.reading import NotATable, read_two_level
    from ombud.readers.read import read

    sheets = read(path, file_name=path.name, words=translation).sheets
    try:
        return read_two_level([(row.number, row.cells) for row in sheets[0].rows], translation)
    except NotATable as problem:
        raise Refused(f"{path}: {problem}") from None


def _protected(system: "System", options: Namespace) -> "Protected":
    from ombud.core.disclosure.obstacles import CannotProtect
    from ombud.core.disclosure.policy import Policy, Protection, Weight
    from ombud.core.disclosure.protect import protect

    protection, weight = Protection(options.protection), Weight(options.weight)
    policy = Policy(threshold=options.threshold, protection=protection, weight=weight)
    lower_bound = options.attacker_lower_bound
    try:
        return protect(system, policy, time_limit=options.time_limit, attacker_lower_bound=lower_bound)
    except CannotProtect as problem:
        raise Refused(f"{options.table}: {problem.said(translation)}") from None


def _as_json(found: "Protected", system: "System", places: "Mapping[str, Place]") -> dict[str, Any]:
    return {
        "distinct_cells": len(system.cells),
        "primaries": len(found.primaries),
        "secondary_cells": len(found.secondary),
        "secondary_value": found.value,
        "lower_bound": found.lower_bound,
        "gap": round(found.gap, 6),
        "seconds": round(found.seconds, 3),
        "suppressed": [list(places[key]) for key in system.cells if key in found.hidden],
    }


def _as_text(
    found: "Protected", table: "TwoLevelTable", counts: "Mapping[Place, int]", places: "Mapping[str, Place]"
) -> str:
    """The table with its holes, and below it how many there are and what is proven."""
    from ombud.core.disclosure.two_level import TOTAL

    hidden = {places[key] for key in found.hidden}
    mark = hidden_text(translation.get_language() or "")
    lines = [["", *table.columns, TOTAL]]
    for name, level in table.shown_rows:
        cells = ((name, column) for column in (*table.columns, TOTAL))
        lines.append(["  " * level + name, *(mark if cell in hidden else str(counts[cell]) for cell in cells)])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = ([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])] for line in lines)
    return "\n".join([*("  ".join(line).rstrip() for line in padded), "", *_summary(found)])


def _summary(found: "Protected") -> list[str]:
    small = ngettext("%(count)d count is small.", "%(count)d counts are small.", len(found.primaries))
    other = ngettext(
        "%(count)d other is hidden to guard them.", "%(count)d others are hidden to guard them.", len(found.secondary)
    )
    lines = [small % {"count": len(found.primaries)}, other % {"count": len(found.secondary)}]
    if found.gap:
        text = _("No proof in the time given: the cost is %(value)d and cannot be under %(bound)d.")
        return [*lines, text % {"value": found.value, "bound": found.lower_bound}]
    return [*lines, _("Nothing that costs less is enough; this is proven.")]


def _threshold(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 2 <= int(text) <= LARGEST):
        raise ArgumentTypeError(_("the threshold is a whole number from 2 to %(largest)d") % {"largest": LARGEST})
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not isfinite(seconds) or seconds < 0:
        raise ArgumentTypeError(_("“%(text)s” is not a number of seconds") % {"text": text})
    return seconds
