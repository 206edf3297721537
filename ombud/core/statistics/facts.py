"""Facts: one row per matter, appeal decision or remark, held as one small code per dimension and nothing else.

A code is the place of a member in its dimension. Member 0 of every dimension is *not stated* and has the key "".
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.integer[Any]]

MATTERS = "matters"
MATTER_TAGS = "matter_tags"
APPEAL_DECISIONS = "appeal_decisions"
APPEAL_REMARKS = "appeal_remarks"
KINDS = (MATTERS, MATTER_TAGS, APPEAL_DECISIONS, APPEAL_REMARKS)


class UnknownMember(ValueError):
    """A value that its dimension does not have; the message names both."""


class UnknownDimension(ValueError):
    """A dimension (``name``) that the facts or the cube of ``kind`` do not have."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(f'The {kind} are not registered by "{name}"')
        self.name = name


@dataclass(frozen=True)
class Member:
    """One value of a dimension. ``parent`` is a key in the parent dimension, ``note`` is printed under tables where
    the member stands (an outside body), ``is_current`` decides whether it is listed without being counted.
    ``aliases`` are other names it is found by (R109): the name in the other language, earlier spellings.
    """

    key: str
    label: str
    parent: str = ""
    note: str = ""
    is_current: bool = True
    aliases: tuple[str, ...] = ()

    def is_called(self, folded: str) -> bool:
        """Whether a casefolded name is its label or an alias."""
        return folded in (name.casefold() for name in (self.label, *self.aliases))


@dataclass(frozen=True)
class Dimension:
    """A way of dividing facts. Member 0 is always *not stated*; keys are unique. With ``parent`` every member points
    to a member of that dimension, which therefore need not be coded by itself (theme from subtheme).
    """

    name: str
    label: str
    members: tuple[Member, ...]
    parent: "Dimension | None" = None

    def __post_init__(self) -> None:
        if not self.members or self.members[0].key != "":
            raise ValueError(f'Dimension "{self.name}": member 0 must be "not stated" with an empty key')
        if len(self.places) != len(self.members):
            raise ValueError(f'Dimension "{self.name}": two members have the same key')
        if self.parent is not None:
            self.parent_codes  # noqa: B018 - refuses a member whose parent does not exist

    @cached_property
    def places(self) -> Mapping[Hashable, int]:
        """The code of every key; ``None`` is *not stated*."""
        return {member.key: place for place, member in enumerate(self.members)}

    @cached_property
    def parent_codes(self) -> NDArray[np.int64]:
        """For every code the code of its parent."""
        if self.parent is None:
            raise ValueError(f'Dimension "{self.name}" has no parent')
        return np.array([self.parent.code(member.parent) for member in self.members], dtype=np.int64)

    def code(self, key: str) -> int:
        """The code of a key; ``UnknownMember`` when there is none."""
        try:
            return self.places[key]
        except KeyError:
            raise UnknownMember(f'"{key}" is not in the dimension "{self.name}"') from None

    def find(self, wanted: str) -> str | None:
        """The key of the member with this key, or else this label or alias (case apart); None when there is none."""
        if wanted in self.places:
            return wanted
        folded = wanted.casefold()
        return next((member.key for member in self.members if member.is_called(folded)), None)


def dimension(
    name: str, label: str, members: Iterable[Member], *, not_stated: str, parent: Dimension | None = None
) -> Dimension:
    """A dimension whose member 0 is made here, with ``not_stated`` as its label."""
    return Dimension(name, label, (Member("", not_stated), *members), parent)


@dataclass(frozen=True, eq=False)
class Facts:
    """``size`` rows of one kind with their code in each dimension. Codes out of range are refused."""

    kind: str
    dimensions: tuple[Dimension, ...]
    codes: Mapping[str, Codes]
    size: int = field(default=-1)

    def __post_init__(self) -> None:
        sizes = {len(self.codes[one.name]) for one in self.dimensions}
        if self.size < 0:
            object.__setattr__(self, "size", sizes.pop() if sizes else 0)
            sizes.discard(self.size)
        if sizes - {self.size}:
            raise ValueError(f"The columns of {self.kind} have different lengths")
        for one in self.dimensions:
            _refuse_out_of_range(one, self.codes[one.name])


def encode(
    values: Iterable[Hashable], dimension: Dimension, *, keys: Mapping[Hashable, str] | None = None
) -> NDArray[np.int16] | NDArray[np.int32]:
    """The code of every value. Values are member keys, or whatever ``keys`` translates to them (database ids).
    None is *not stated*. ``UnknownMember`` names the first value that has no member.
    """
    places: dict[Hashable, int]
    places = dict(dimension.places) if keys is None else {value: dimension.code(key) for value, key in keys.items()}
    places[None] = 0
    dtype = smallest_type(len(dimension.members))
    try:
        return np.fromiter(map(places.__getitem__, values), dtype=dtype)
    except KeyError as missing:
        raise UnknownMember(f'{missing.args[0]!r} is not in the dimension "{dimension.name}"') from None


def smallest_type(members: int) -> Any:
    """int16 where the codes of so many members fit, otherwise int32."""
    return np.int16 if members <= np.iinfo(np.int16).max else np.int32


def _refuse_out_of_range(dimension: Dimension, codes: Codes) -> None:
    if len(codes) and (codes.min() < 0 or codes.max() >= len(dimension.members)):
        raise UnknownMember(f'A code is outside the dimension "{dimension.name}"')
