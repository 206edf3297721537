"""Numbers that stand in prose and come from the cubes (R85, R190, R265): `{number: enquiries}`, `{tal: sager}`.

Names, Danish and English alike:

- ``enquiries`` ``matters`` ``follow-on`` ``period`` ``period-name`` ``municipality``
- ``citizens`` (different ones, R44) ``staffing`` (R11)
- ``decisions`` ``decisions-with-remarks`` ``decisions-rejected`` ``remarks``
- ``share:decisions-with-remarks`` of those processed in substance, with both numbers (31 of 60)
- ``department:NAME`` ``theme:NAME`` ``subtheme:NAME`` count matters, ``type:NAME`` ``channel:NAME`` count enquiries
- ``share:department:NAME`` and so on: numerator, denominator and per cent; ``group:NAME`` a group's share of its theme
- ``trend``: a sentence on the course since the period before, by the rule of core.statistics.trend
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ombud.core.numbers import number_text
from ombud.core.statistics.cube import Cube, counts_by, select, total
from ombud.core.statistics.facts import APPEAL_DECISIONS, APPEAL_REMARKS, MATTERS
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.shares import Share
from ombud.core.words import Words

DANISH = {
    "enquiries": "henvendelser",
    "matters": "sager",
    "follow-on": "følgesager",
    "period": "periode",
    "period-name": "periodenavn",
    "municipality": "kommune",
    "citizens": "borgere",
    "staffing": "bemanding",
    "decisions": "afgørelser",
    "decisions-with-remarks": "afgørelser-med-bemærkninger",
    "decisions-rejected": "afviste-klager",
    "remarks": "bemærkninger",
    "trend": "udvikling",
    "department": "afdeling",
    "theme": "tema",
    "subtheme": "undertema",
    "type": "type",
    "channel": "kanal",
    "share": "andel",
    "group": "gruppe",
}
OF_MATTERS = ("department", "theme", "subtheme")
OF_ENQUIRIES = ("type", "channel")


@dataclass(frozen=True)
class ThemeSet:
    """Subthemes counted together, with the keys of the cube (R229)."""

    name: str
    subthemes: tuple[str, ...]


def live_numbers(inputs: Inputs, groups: Sequence[ThemeSet], words: Words) -> dict[str, str]:
    """Every number by name, printed, under its English and its Danish name."""
    found: dict[str, str] = {}
    for name, text in _Numbers(inputs, groups, words).all():
        found[name] = text
        found[":".join(DANISH.get(part, part) for part in name.split(":"))] = text
    return found


class _Numbers:
    def __init__(self, inputs: Inputs, groups: Sequence[ThemeSet], words: Words) -> None:
        self.inputs, self.groups, self.words = inputs, groups, words

    def all(self) -> Iterator[tuple[str, str]]:
        yield "period", self.inputs.now.period.label(self.words)
        yield "period-name", self.inputs.now.period.name
        cubes = self.inputs.now.cubes
        if MATTERS in cubes:
            yield from self.of_matters(cubes[MATTERS])
        if APPEAL_DECISIONS in cubes:
            yield from self.of_appeals(cubes)

    def of_matters(self, matters: Cube) -> Iterator[tuple[str, str]]:
        enquiries = select(matters, {"role": ["main"]})
        yield "enquiries", self.text(total(enquiries))
        yield "matters", self.text(total(matters))
        yield "follow-on", self.text(total(matters) - total(enquiries))
        for name in OF_MATTERS:
            yield from self.by_member(matters, name, "matters")
        for name in OF_ENQUIRIES:
            yield from self.by_member(enquiries, name, "enquiries")
        yield from self.of_groups(matters)

    def by_member(self, cube: Cube, name: str, unit: str) -> Iterator[tuple[str, str]]:
        counts, whole = counts_by(cube, [name]), total(cube)
        for member in cube.dimension(name).members:
            number = counts.get((member.key,), 0)
            yield f"{name}:{member.label}", self.text(number)
            yield f"share:{name}:{member.label}", self.share(number, whole, member.label, unit)

    def of_groups(self, matters: Cube) -> Iterator[tuple[str, str]]:
        subtheme = matters.dimension("subtheme")
        for group in self.groups:
            keys = [key for key in group.subthemes if key in subtheme.places]
            parents = sorted({subtheme.members[subtheme.code(key)].parent for key in keys})
            part = total(select(matters, {"subtheme": keys}))
            whole = total(select(matters, {"theme": parents}))
            yield f"group:{group.name}", self.share(part, whole, group.name, "matters")

    def of_appeals(self, cubes: Mapping[str, Cube]) -> Iterator[tuple[str, str]]:
        outcomes = counts_by(cubes[APPEAL_DECISIONS], ["outcome"])
        remarked, rejected = outcomes.get(("with_remarks",), 0), outcomes.get(("rejected",), 0)
        processed = total(cubes[APPEAL_DECISIONS]) - rejected
        yield "decisions", self.text(total(cubes[APPEAL_DECISIONS]))
        yield "decisions-with-remarks", self.text(remarked)
        yield "decisions-rejected", self.text(rejected)
        yield "share:decisions-with-remarks", self.share(remarked, processed, "", "decisions")
        if APPEAL_REMARKS in cubes:
            yield "remarks", self.text(total(cubes[APPEAL_REMARKS]))

    def text(self, number: int) -> str:
        return number_text(number, self.words.get_language())

    def share(self, part: int, whole: int, name: str, unit: str) -> str:
        return Share(part, whole, name, self.inputs.unit_name(unit, 2, self.words)).text(self.words)
