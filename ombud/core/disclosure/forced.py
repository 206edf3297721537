"""Numbers that an office prints whatever happens, as it writes them: "afdeling", or "department: Økonomi & Stab"."""

from dataclasses import dataclass

DIMENSIONS = {
    "department": "department",
    "afdeling": "department",
    "theme": "theme",
    "tema": "theme",
    "subtheme": "subtheme",
    "undertema": "subtheme",
    "type": "type",
    "channel": "channel",
    "kanal": "channel",
    "role": "role",
    "rolle": "role",
    "month": "month",
    "måned": "month",
    "outcome": "outcome",
    "udfald": "outcome",
    "remark": "remark",
    "bemærkning": "remark",
    "tag": "tag",
    "mærke": "tag",
}
"""The words that a line may begin with, and the dimension of the cube each means."""


@dataclass(frozen=True)
class Forced:
    """The totals of a dimension, or of one ``member`` (by name) of it."""

    dimension: str
    member: str = ""


def forced(line: str) -> Forced:
    """What a line means. ``ValueError`` when it begins with no word of ``DIMENSIONS``."""
    word, _, member = line.partition(":")
    dimension = DIMENSIONS.get(word.strip().casefold())
    if dimension is None:
        raise ValueError(line)
    return Forced(dimension, member.strip())
