"""Which members fill most, with what is left out said (R230, R284), and how concentrated a member is (R231)."""

from collections.abc import Sequence
from dataclasses import dataclass

from ombud.core.statistics.cube import Cube, Where, counts_by, leave_out, select, total
from ombud.core.statistics.facts import Member
from ombud.core.words import Words


@dataclass(frozen=True)
class Ranking:
    """Members by falling count. ``left_out`` are the labels of what was excluded, ``left_out_count`` its facts."""

    entries: tuple[tuple[Member, int], ...]
    left_out: tuple[str, ...]
    left_out_count: int

    def sentence(self, words: Words) -> str:
        """The claim that the numbers carry: which member fills most, and without what."""
        if not self.entries:
            return words.gettext("Nothing is counted.")
        most = self.entries[0][1]
        names = [member.label for member, count in self.entries if count == most]
        text = words.ngettext(
            "Most frequent: %(names)s (%(count)s)", "Most frequent: %(names)s (%(count)s each)", len(names)
        )
        text = text % {"names": ", ".join(names), "count": most}
        if not self.left_out:
            return text + "."
        return words.gettext("%(claim)s, when %(left_out)s (%(number)s) is left out.") % {
            "claim": text,
            "left_out": ", ".join(self.left_out),
            "number": self.left_out_count,
        }


def rank(cube: Cube, dimension: str, exclude: Where | None = None) -> Ranking:
    """The counted members of a dimension, most first and as listed where equal; *not stated* is never ranked."""
    exclude = exclude or {}
    kept = leave_out(cube, exclude) if exclude else cube
    members = cube.dimension(dimension).members
    counts = counts_by(kept, [dimension])
    entries = [(member, counts[(member.key,)]) for member in members[1:] if counts.get((member.key,))]
    labels = [
        member.label for name, keys in exclude.items() for member in cube.dimension(name).members if member.key in keys
    ]
    ordered = tuple(sorted(entries, key=lambda entry: -entry[1]))
    return Ranking(ordered, tuple(labels), total(cube) - total(kept))


@dataclass(frozen=True)
class Concentration:
    """``count`` of ``whole`` facts are in ``members``."""

    count: int
    whole: int
    members: tuple[Member, ...]

    def text(self, words: Words) -> str:
        """Such as "11 of 12 in A and B"."""
        names = [member.label for member in self.members]
        last = words.gettext("%(first)s and %(last)s")
        joined = last % {"first": ", ".join(names[:-1]), "last": names[-1]} if len(names) > 1 else "".join(names)
        return words.gettext("%(count)s of %(whole)s in %(names)s") % {
            "count": self.count,
            "whole": self.whole,
            "names": joined,
        }


def concentration(cube: Cube, where: Where, across: str, members: int = 2) -> Concentration:
    """How many of the facts in ``where`` are in the ``members`` largest members of the dimension ``across``."""
    chosen = select(cube, where)
    largest = rank(chosen, across).entries[:members]
    return Concentration(sum(count for _, count in largest), total(chosen), tuple(member for member, _ in largest))


def concentration_in(cube: Cube, where: Where, across: str, keys: Sequence[str]) -> Concentration:
    """The same for members that are named: the two departments for children."""
    chosen = select(cube, where)
    dimension = cube.dimension(across)
    members = tuple(dimension.members[dimension.code(key)] for key in keys)
    return Concentration(total(select(chosen, {across: keys})), total(chosen), members)
