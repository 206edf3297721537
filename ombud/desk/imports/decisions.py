"""What the adviser decided about a file: what columns and names mean, which hand corrections give way."""

from dataclasses import dataclass, field

from django.http import QueryDict

MOST_NAMES = 500


@dataclass(frozen=True)
class Decisions:
    """For the action ``choose``: heading -> field, field -> value -> key, and ids of hand corrections."""

    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    keep_hand_corrections: bool = True
    overwrite: tuple[str, ...] = ()


def read_decisions(data: QueryDict) -> Decisions:
    """A name without a choice is left out: it stays unknown."""
    columns = {str(data[f"column-{n}"]): data.get(f"field-{n}", "") for n in _numbers(data, "column-")}
    values: dict[str, dict[str, str]] = {}
    for n in _numbers(data, "name-"):
        name, value, key = data.get(f"name-field-{n}", ""), str(data[f"name-{n}"]), data.get(f"key-{n}", "")
        if name and key:
            values.setdefault(name, {})[value] = key
    return Decisions(columns, values, data.get("keep", "yes") == "yes", tuple(data.getlist("overwrite")))


def _numbers(data: QueryDict, start: str) -> list[str]:
    found = [name.removeprefix(start) for name in data if name.startswith(start)]
    return [n for n in found if n.isascii() and n.isdigit()][:MOST_NAMES]
