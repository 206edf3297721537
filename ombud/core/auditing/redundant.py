"""Which sums say nothing new: a theme's row is the sum of its subthemes' rows. Left out, many releases are networks."""

import random
from collections import Counter
from collections.abc import Sequence

Relation = tuple[str, tuple[str, ...]]
WIDTH = 128


def needed(relations: Sequence[Relation]) -> list[int]:
    """The places of relations from which all others follow.

    Every total is written out by one of its relations (that whose cells stand in the fewest sums) until only counts
    without parts are left; a second relation of it that comes to the same is left out. Sums are compared by random
    weights of 128 bits with a fixed seed, so that two that differ look alike once in 10^38.
    """
    often = Counter(key for total, parts in relations for key in (total, *parts))
    ways: dict[str, list[int]] = {}
    for place, (total, _) in enumerate(relations):
        ways.setdefault(total, []).append(place)
    crowded = [_crowded(relation, often) for relation in relations]
    defining = {total: min(places, key=lambda place: (crowded[place], place)) for total, places in ways.items()}
    weights = _Weights(relations, defining)
    chosen = set(defining.values())
    return [place for place, one in enumerate(relations) if place in chosen or not weights.balances(one)]


def _crowded(relation: Relation, often: Counter[str]) -> float:
    """The share of a relation's cells that stand in more than two sums."""
    cells = (relation[0], *relation[1])
    return sum(often[key] > 2 for key in cells) / len(cells)


class _Weights:
    """A random weight for each count without parts; a total weighs what its parts weigh."""

    def __init__(self, relations: Sequence[Relation], defining: dict[str, int]) -> None:
        self._relations, self._defining = relations, defining
        self._random = random.Random(1988)  # noqa: S311 (a fixed seed: the same release gives the same answer)
        self._known: dict[str, int] = {}
        for total, parts in relations:
            for key in (total, *parts):
                self._weigh(key)

    def balances(self, relation: Relation) -> bool:
        return self._known[relation[0]] == sum(self._known[part] for part in relation[1])

    def _weigh(self, key: str) -> None:
        """Depth first with a stack of its own; a count that is part of itself is taken as one without parts."""
        open_, stack = {key}, [(key, iter(self._parts(key)))]
        while stack:
            one, rest = stack[-1]
            missing = next((part for part in rest if part not in self._known), None)
            if one in self._known or missing in open_:
                self._known.setdefault(one, self._random.getrandbits(WIDTH))
            elif missing is not None:
                open_.add(missing)
                stack.append((missing, iter(self._parts(missing))))
                continue
            elif one in self._defining:
                self._known[one] = sum(map(self._known.__getitem__, self._parts(one)))
            else:
                self._known[one] = self._random.getrandbits(WIDTH)
            open_.discard(stack.pop()[0])

    def _parts(self, key: str) -> tuple[str, ...]:
        return self._relations[self._defining[key]][1] if key in self._defining else ()
