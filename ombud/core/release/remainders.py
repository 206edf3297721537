"""What follows by subtraction though it is nowhere printed: all matters less main matters are the follow-on ones."""

from collections.abc import Iterator, Mapping, Sequence

from ombud.core.release.selection import DAYS, MONTH, Catalogue, Keys, Selection

Remainder = tuple[str, tuple[str, ...], Selection | None]


def remainders(
    told: Mapping[str, Selection], bound: Mapping[str, Sequence[frozenset[str]]], catalogue: Catalogue
) -> Iterator[Remainder]:
    """For each cell and each dimension the largest told cells inside it that do not overlap, and the facts they leave
    (None where they leave none). What is already a printed sum is not told again.
    """
    names = dict.fromkeys(name for one in told.values() for name in one.inside if name != DAYS)
    for name in names:
        groups: dict[str, list[str]] = {}
        for key, one in told.items():
            groups.setdefault(one.without(name), []).append(key)
        for keys in groups.values():
            if len(keys) > 1:
                yield from _of_group(keys, told, bound, name, catalogue)


def _of_group(
    keys: Sequence[str],
    told: Mapping[str, Selection],
    bound: Mapping[str, Sequence[frozenset[str]]],
    name: str,
    catalogue: Catalogue,
) -> Iterator[Remainder]:
    sets = {key: _keys(told[key], name, catalogue) for key in keys}
    ordered = sorted(keys, key=lambda key: (-len(sets[key]), key))
    for total in ordered:
        inside = [key for key in ordered if sets[key] < sets[total]]
        if not inside or any(parts <= set(inside) for parts in bound.get(total, ())):
            continue
        chosen, left = [], set(sets[total])
        for key in inside:
            if sets[key] <= left:
                chosen.append(key)
                left -= sets[key]
        rest = told[total].with_keys(name, frozenset(left)) if left else None
        if rest is None or name != MONTH or _is_of_months(rest):
            yield total, tuple(chosen), rest


def _keys(one: Selection, name: str, catalogue: Catalogue) -> Keys:
    return one.inside[name] if name in one.inside else catalogue.members(one.kind, name)


def _is_of_months(one: Selection) -> bool:
    return MONTH in one.inside
