"""The municipality's definitions of tables and figures, and those the program ships."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from ombud.core.statistics.definitions import Definitions
from ombud.core.statistics.parse_definitions import parse_definitions
from ombud.core.words import Words
from ombud.reporting.models import Definition

DefinitionData = dict[str, list[dict[str, Any]]]

FOLDER = Path(__file__).resolve().parent.parent / "definitions"
WITHOUT_FOLLOW_ON = "without-follow-on.json"


def definition_data() -> DefinitionData:
    """The definitions in use as data; the shipped ones where the municipality has none."""
    found: DefinitionData = {"tables": [], "figures": []}
    for row in Definition.objects.all():
        found[f"{row.kind}s"].append(row.spec)
    return found if found["tables"] else shipped_data()


def definitions(words: Words) -> Definitions:
    """The definitions in use. ``DefinitionError`` when what is stored cannot be read, which no action allows."""
    return parse_definitions(definition_data(), words)


def shipped_data(*, follow_on: bool = True) -> DefinitionData:
    """The shipped definitions; without ``follow_on`` those for offices that count enquiries only."""
    data: DefinitionData = json.loads(_read("default.json"))
    if follow_on:
        return data
    other = json.loads(_read(WITHOUT_FOLLOW_ON))
    return overlaid(data, other)


def overlaid(data: DefinitionData, own: DefinitionData) -> DefinitionData:
    """``data`` with the fields that ``own`` gives for a name exchanged, and what it has besides added last."""
    return {kind: _overlaid(data[kind], own.get(kind, [])) for kind in data}


def _overlaid(usual: list[dict[str, Any]], other: list[dict[str, Any]]) -> list[dict[str, Any]]:
    changed = {one["name"]: one for one in other}
    return [one | changed.pop(one["name"], {}) for one in usual] + list(changed.values())


@cache
def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
