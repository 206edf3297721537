"""What a share is of, and what has it: read from the words around it."""

import re
from dataclasses import dataclass

from ombud.core.prose.naming import Mention, Noun
from ombud.core.prose.scene import Scene
from ombud.core.prose.share_finding import Form, Share

FARTHEST_BASE = 60
"""Letters after a share in which its base is looked for."""
_LABEL_END = re.compile(r"[\s:(–-]*")
_OF_BASE = re.compile(
    r"(?:om|i|på|hos|inden|for|indenfor|under|fra|vedrørende|angående|temaet|about|in|of|on|within|the|from)", re.I
)


@dataclass(frozen=True)
class Wording:
    """``base_noun`` is the unit the share is of, ``base`` the members that narrow it, ``mentions`` those that have the
    share. ``rest`` are the stretches that must be plain for the wording to have one meaning only. ``is_label``: a name
    and its share, as in a legend.
    """

    base_noun: Noun | None
    base: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    rest: tuple[tuple[int, int], ...]
    is_label: bool = False


def wording_of(scene: Scene, share: Share) -> Wording:
    clause = scene.clause_of(share.start)
    start, end = _region(scene, share, clause)
    if share.form is Form.MOSTLY:
        return _halved(scene, share, (start, end))
    if share.form is Form.NONE_BUT:
        return _alone(scene, share, clause)
    noun = _base_noun(scene, share, end)
    if noun is None and clause[0] > 0:
        noun = next(reversed(scene.nouns_in(0, clause[0])), None)
    base = _base(scene, share, noun)
    label = _label(scene, share, start)
    if label is not None:
        return Wording(noun, base, (label,), (), is_label=True)
    head = (clause[0], start)
    if share.form is Form.ALL:
        start = share.end
    own = [one for one in scene.mentions_in(start, end) if one not in base and not _is_part_of(one, noun)]
    known = {place[0] for one in own for place in one.places}
    above = scene.mentions_in(*head) if share.form is not Form.ALL else []
    shared = [one for one in above if not known & {place[0] for place in one.places}]
    mentions = tuple(one for one in (*own, *shared) if one not in base)
    if not mentions and share.form is not Form.ALL:
        mentions = tuple(one for one in _told_before(scene, clause) if one not in base)
    return Wording(noun, base, mentions, (head, (start, end)))


def _region(scene: Scene, share: Share, clause: tuple[int, int]) -> tuple[int, int]:
    """The clause, or one share's part of it where it has several per cents."""
    if share.form is not Form.PERCENT:
        return clause
    percents = [one for one in scene.numerals if one.is_percent and clause[0] <= one.start < clause[1]]
    before = [one for one in percents if one.end <= share.start]
    after = [one for one in percents if one.start >= share.end]
    start = scene.cut(before[-1].end, share.start) if before else clause[0]
    end = scene.cut(share.end, after[0].start) if after else clause[1]
    return start, end


def _halved(scene: Scene, share: Share, region: tuple[int, int]) -> Wording:
    """ "Inddragelse er især et emne i Børn & Familie": of the former, in the latter."""
    before = tuple(scene.mentions_in(region[0], share.start))
    after = tuple(scene.mentions_in(share.end, region[1]))
    nouns = scene.nouns_in(*region)
    return Wording(nouns[0] if nouns else None, before, after, ())


def _alone(scene: Scene, share: Share, clause: tuple[int, int]) -> Wording:
    """ "Nobody but Roads had cases about access": of cases about access, Roads."""
    inside = scene.mentions_in(*clause)
    own = tuple(one for one in inside if one.end == share.end)
    others = tuple(one for one in inside if one not in own and one.places[0][0] != own[0].places[0][0])
    noun = next(iter(scene.nouns_in(*clause)), None)
    return Wording(noun, others, own, ((clause[0], share.start), (share.end, clause[1])))


def _base_noun(scene: Scene, share: Share, end: int) -> Noun | None:
    """The unit right after the share: "af henvendelserne", "hver fjerde sag", "31 af 60 sager"."""
    nouns = scene.nouns_in(share.end, min(end, share.end + FARTHEST_BASE))
    if share.form in (Form.MOST, Form.ALL) and nouns and len(scene.text[share.end : nouns[0].start].split()) > 2:
        return None
    return nouns[0] if nouns else None


def _base(scene: Scene, share: Share, noun: Noun | None) -> tuple[Mention, ...]:
    """The members that the words about the base name: "af henvendelserne om god forvaltningsskik"."""
    if noun is None or share.form is Form.EVERY:
        return ()
    for one in scene.mentions_in(noun.end, len(scene.text)):
        between = scene.text[noun.end : one.start].split()
        if between and len(between) <= 2 and all(_OF_BASE.fullmatch(word) for word in between):
            return (one,)
        break
    return ()


def _label(scene: Scene, share: Share, start: int) -> Mention | None:
    """The name right before a per cent, with nothing else before it."""
    if share.form is not Form.PERCENT:
        return None
    for one in scene.mentions_in(start, share.start):
        is_next = _LABEL_END.fullmatch(scene.text[one.end : share.start]) is not None
        if is_next and not re.search(r"\w", scene.text[start : one.start].replace("og", "")):
            return one
    return None


def _is_part_of(mention: Mention, noun: Noun | None) -> bool:
    return noun is not None and mention.start < noun.end and noun.start < mention.end


def _told_before(scene: Scene, clause: tuple[int, int]) -> list[Mention]:
    """What the clause or the sentence before was about: "these three themes", "this year only a third"."""
    found = scene.grammar.anaphora.search(scene.text)
    if found is None:
        return scene.mentions_in(0, clause[0])
    numeral = next(scene.tools.reader.read(found["count"]), None)
    wanted = int(numeral.value) if numeral else 0
    return list(scene.earlier[-wanted:]) if wanted and len(scene.earlier) >= wanted else []
