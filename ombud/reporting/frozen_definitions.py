"""Definitions as plain JSON and back, exactly: an edition keeps them as they were, whatever is refused later."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from ombud.core.statistics.definitions import Exclusion, FigureDefinition, Group, TableDefinition

LISTS = ("rows", "measures", "notes")


def table_to_json(definition: TableDefinition) -> dict[str, Any]:
    """Dictionaries, lists, texts and numbers only."""
    return asdict(definition)


def table_from_json(data: Mapping[str, Any]) -> TableDefinition:
    """The definition that ``table_to_json`` made. A field that this version does not know is not read."""
    known = {field.name for field in fields(TableDefinition)}
    values = {name: value for name, value in data.items() if name in known}
    values |= {name: tuple(values[name]) for name in LISTS if name in values}
    values["where"] = _where(data["where"])
    values["exclude"] = tuple(Exclusion(_where(one["where"]), one["rule"]) for one in data["exclude"])
    values["groups"] = tuple(Group(one["name"], tuple(one["members"])) for one in data["groups"])
    if not isinstance(values["order"], str):
        values["order"] = tuple(values["order"])
    return TableDefinition(**values)


def figure_to_json(definition: FigureDefinition) -> dict[str, Any]:
    return asdict(definition)


def figure_from_json(data: Mapping[str, Any]) -> FigureDefinition:
    known = {field.name for field in fields(FigureDefinition)}
    values = {name: value for name, value in data.items() if name in known}
    return FigureDefinition(**values | {"columns": tuple(values["columns"])})


def _where(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(keys) for name, keys in data.items()}
