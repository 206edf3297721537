"""What else a text says that can be wrong: names of departments, other municipalities, references, and descriptions of
so few that they point to someone (R109, R138, R140, R254, R256, R283, I15).
"""

import re
from collections.abc import Iterator

from ombud.core.prose.knowledge import NOW, Place
from ombud.core.prose.municipalities import MUNICIPALITIES
from ombud.core.prose.naming import called_otherwise
from ombud.core.prose.passages import Passages, Sentence
from ombud.core.prose.scene import Scene, Tools
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict
from ombud.core.report.references import typed_numbers, unfilled_references

_CAPITAL = re.compile(r"[A-ZÆØÅ][\wæøå]+(?:-[A-ZÆØÅ][\wæøå]+)?")
FEWEST_WORDS = 25
"""Words under a heading from which on they describe rather than mention."""


def check_names(scene: Scene) -> Iterator[Statement]:
    """Departments called by another name than in the tables: asked about, never stopped."""
    for one in scene.mentions:
        name = called_otherwise(one, scene.knowledge, scene.tools.names)
        if name is not None:
            yield scene.statement(
                one.start, one.end, Kind.NAME, Verdict.UNKNOWN, Reason.CALLED_OTHERWISE, names=(name.label,)
            )


def check_municipalities(scene: Scene) -> Iterator[Statement]:
    """Other municipalities named as such. A place alone is none: "Hvidovre Hospital"."""
    known = {_plain(one) for one in (scene.knowledge.municipality, *scene.knowledge.partners)}
    for found in scene.grammar.municipality.finditer(scene.text):
        group = "names" if found["names"] else "place"
        for place in _CAPITAL.finditer(found[group]):
            name = _municipality(place[0])
            if name and _plain(name) not in known:
                start = found.start(group) + place.start()
                yield scene.statement(
                    start, start + len(place[0]), Kind.MUNICIPALITY, Verdict.UNKNOWN, Reason.OTHER_MUNICIPALITY,
                    names=(name,),
                )  # fmt: skip


def _municipality(word: str) -> str:
    """The official name that a word is, with or without the genitive; "" where it is none."""
    return _OFFICIAL.get(_plain(word), "")


def _plain(name: str) -> str:
    name = name.casefold()
    return name[:-1] if name.endswith("s") else name


_OFFICIAL = {_plain(name): name for name in MUNICIPALITIES.values()}


def check_references(scene: Scene) -> Iterator[Statement]:
    """ "figur X", and numbers of figures, tables and sections that the report does not have."""
    numbered = scene.knowledge.numbered
    if numbered is None:
        return
    for start, text in unfilled_references(scene.text):
        yield scene.statement(start, start + len(text), Kind.REFERENCE, Verdict.FALSE, Reason.UNFILLED)
    for start, text, kind, number, is_elsewhere in typed_numbers(scene.text):
        exists = number in numbered.get(kind, frozenset())
        if not exists and not is_elsewhere:
            yield scene.statement(start, start + len(text), Kind.REFERENCE, Verdict.FALSE, Reason.LEADS_NOWHERE)


def check_descriptions(passages: Passages, tools: Tools) -> Iterator[Statement]:
    """Text under a heading that names members with fewer than the threshold (R138)."""
    if not tools.knowledge.threshold:
        return
    by_heading: dict[tuple[str, ...], list[Sentence]] = {}
    for sentence in passages.sentences():
        by_heading.setdefault(sentence.headings, []).append(sentence)
    for sentences in by_heading.values():
        scene = Scene(tools, passages, sentences[0])
        few = _few(scene)
        if few is not None and sum(len(one.text.split()) for one in sentences) >= FEWEST_WORDS:
            place, count, keys = few
            yield scene.statement(
                0, len(scene.text), Kind.DESCRIPTION, Verdict.SMALL, Reason.SMALL,
                found=count, names=(tools.knowledge.label(place),), about=keys,
            )  # fmt: skip


def _few(scene: Scene) -> tuple[Place, int, tuple[str, ...]] | None:
    """The member that the headings name alone, where it is counted less often than the threshold in every unit."""
    if len(scene.context) != 1:
        return None
    place = scene.context[0]
    units = [unit.key for unit in scene.knowledge.units]
    counts = [one for unit in units if (one := scene.knowledge.quantity(unit, (place,), NOW)) is not None]
    largest = max((one.value for one in counts), default=0)
    if not 0 < largest < scene.knowledge.threshold:
        return None
    return place, largest, tuple(one.key for one in counts)
