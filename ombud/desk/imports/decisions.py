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
    columns = {_text(data, f"column-{n}"): _text(data, f"field-{n}") for n in _numbers(data, "column-")}
    values: dict[str, dict[str, str]] = {}
    for n in _numbers(data, "name-"):
        name, value, key = _text(data, f"name-field-{n}"), _text(data, f"name-{n}"), _text(data, f"key-{n}")
        if name and key:
            values.setdefault(name, {})[value] = key
    overwrite = tuple(one for one in data.getlist("overwrite") if one.isascii() and one.isdigit())
    return Decisions(columns, values, data.get("keep", "yes") == "yes", overwrite)


def _text(data: QueryDict, name: str) -> str:
    """Without the character that no database keeps."""
    return str(data.get(name, "")).replace("\x00", "")


def _numbers(data: QueryDict, start: str) -> list[str]:
    found = [name.removeprefix(start) for name in data if name.startswith(start)]
    return [n for n in found if n.isascii() and n.isdigit()][:MOST_NAMES]
