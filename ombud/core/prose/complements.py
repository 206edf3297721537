"""Numbers of all but what is named: "202 of them concerned others than Roads" tells how many Roads has (R138, R256)."""

from collections.abc import Callable, Iterator

from ombud.core.prose.judging import Asked
from ombud.core.prose.knowledge import Knowledge
from ombud.core.prose.naming import Mention
from ombud.core.prose.numerals import Numeral
from ombud.core.prose.readings import Reading, readings
from ombud.core.prose.scene import Scene
from ombud.core.prose.statement import Reason, Verdict


def is_outside(scene: Scene, mention: Mention) -> bool:
    """Whether the wording is of all but this member: "others than Roads", "outside Roads"."""
    return scene.grammar.outside.search(scene.text, 0, mention.start) is not None


def is_rest(scene: Scene, numeral: Numeral) -> bool:
    """Whether a number is of those that the sentence does not hold for: "all but one"."""
    return scene.grammar.all_but.search(scene.text, 0, numeral.start) is not None


def complement(
    knowledge: Knowledge, asked: Asked, outside: Iterator[Mention], fits: Callable[[int], bool]
) -> tuple[Verdict, Reason, tuple[str, ...]] | None:
    """The verdict on a number of all but the ``outside`` members, with the keys of the counts that it tells; None where
    no such rest is as large.
    """
    if asked.period is None:
        return None
    for mention in outside:
        for whole, part in _pairs(knowledge, asked, mention):
            if fits(whole.value - part.value):
                keys = (*part.keys, *whole.keys)
                if part.is_hidden or whole.is_hidden:
                    return Verdict.HIDDEN_NUMBER, Reason.HIDDEN, keys
                if 0 < part.value < knowledge.threshold:
                    return Verdict.SMALL, Reason.SMALL, keys
                return Verdict.TRUE, Reason.AGREES, keys
    return None


def _pairs(knowledge: Knowledge, asked: Asked, mention: Mention) -> Iterator[tuple[Reading, Reading]]:
    """Every whole that the wording may mean, with the part of it that the mention is."""
    assert asked.period is not None
    dimensions = {place[0] for place in mention.places}
    others = [place for place in asked.places if place[0] not in dimensions]
    for whole in readings(knowledge, asked.units, others, asked.period):
        for place in mention.places:
            members = whole.members | {place}
            one = knowledge.quantity(whole.unit, members, asked.period)
            if one is not None and len(whole.quantities) == 1:
                yield whole, Reading((one,), members, whole.unit)
