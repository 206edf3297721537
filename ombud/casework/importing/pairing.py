"""Which row of the file is which registration."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from ombud.casework.importing.comparison import Comparison, Draft, Known, State, compare

FileWins = Callable[[Known], bool]
"""Whether a hand correction of this registration gives way to the file."""

LEAST_ALIKE = 0.5
"""A changed row without a number is taken for a registration of the same day when at least half of it agrees."""
MOST_SEARCHED = 200
"""With more left over on one day, only rows in the same order are compared: the search would take too long."""


def content_keys(drafts: Sequence[Draft]) -> None:
    """Give every draft its content as a key, with a number where the same content comes again."""
    seen: Counter[str] = Counter()
    for draft in drafts:
        digest = hashlib.sha256(json.dumps(draft.state, sort_keys=True).encode()).hexdigest()[:40]
        seen[digest] += 1
        draft.key = f"{digest}:{seen[digest]}"


def pair_by_number(drafts: Sequence[Draft], known: dict[tuple[int, int], Known], *, file_wins: FileWins) -> Comparison:
    """Drafts and registrations of the same number and year."""
    left = dict(known)
    result = Comparison([], [], [])
    for draft in drafts:
        found = left.pop(draft.number, None) if draft.number else None
        if found is None:
            result.new.append(draft)
        else:
            result.pairs.append(compare(draft, found, file_wins=file_wins(found)))
    result.missing = _in_range(left.values(), drafts)
    return result


def pair_by_content(drafts: Sequence[Draft], known: Sequence[Known], *, day: str, file_wins: FileWins) -> Comparison:
    """The same content first; then, among what is left of the same ``day``, in order, what is at least half alike.

    So an edited row is a change, and not one new and one left over.
    """
    by_key = {one.key: one for one in known if one.key}
    result = Comparison([], [], [])
    left_drafts: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        found = by_key.pop(draft.key, None)
        if found is None:
            left_drafts[draft.state[day]].append(draft)
        else:
            result.pairs.append(compare(draft, found, file_wins=file_wins(found)))
    left_known: dict[str, list[Known]] = defaultdict(list)
    for one in by_key.values():
        left_known[(one.base or one.state)[day]].append(one)
    for on, some in left_drafts.items():
        for draft, found in _most_alike(some, left_known.get(on, [])):
            if found is None:
                result.new.append(draft)
            else:
                result.pairs.append(compare(draft, found, file_wins=file_wins(found)))
    result.missing = _in_range([one for some in left_known.values() for one in some], drafts, day)
    return result


def _most_alike(drafts: list[Draft], known: list[Known]) -> list[tuple[Draft, Known | None]]:
    """Each draft with the registration taken out of ``known`` for it."""
    pairs: list[tuple[Draft, Known | None]] = []
    for draft in drafts:
        searched = known if len(drafts) * len(known) <= MOST_SEARCHED**2 else known[:1]
        alike = [_likeness(draft.state, one.base or one.state) for one in searched]
        best = max(range(len(alike)), key=lambda place: (alike[place], -place), default=None)
        if best is None or alike[best] < LEAST_ALIKE:
            pairs.append((draft, None))
        else:
            pairs.append((draft, known.pop(best)))
    return pairs


def _likeness(one: State, other: State) -> float:
    compared = [name for name in one if name in other]
    return sum(one[name] == other[name] for name in compared) / len(compared) if compared else 0.0


def _in_range(known: Iterable[Known], drafts: Sequence[Draft], day: str = "received_on") -> list[Known]:
    """What earlier imports made between the first and the last day of the file and the file no longer has."""
    if not drafts:
        return []
    first, last = min(draft.state[day] for draft in drafts), max(draft.state[day] for draft in drafts)
    imported = [one for one in known if one.is_imported]
    return [one for one in imported if first <= one.state[day] <= last]
