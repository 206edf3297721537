"""What a number counts, apart from where it stands: two places that tell one quantity must tell one number."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ombud.core.statistics.filters import MAIN, ROLE
from ombud.core.statistics.inputs import unit_name
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import period_name
from ombud.core.words import Words

Member = tuple[str, str]
UnitName = Callable[[str, int, Words], str]
"""The municipality's own word for a unit: its key and the number it stands with."""
PARENTS = {"subtheme": "theme", "type": "type_group", "unit": "department"}
"""Dimensions whose members stand below a member of another: who names the inner one has named the outer one."""


@dataclass(frozen=True)
class Quantity:
    """So many of ``unit`` in ``span`` ("2024-04-01_2025-03-31") with all these members (dimension, key), without what
    is left out. Make it with ``quantity``.
    """

    unit: str
    span: str
    members: frozenset[Member] = frozenset()
    left_out: frozenset[str] = frozenset()

    def beside(self, *, unit: str | None = None, members: Iterable[Member] | None = None) -> "Quantity":
        """The same of another unit or other members."""
        wanted = self.members if members is None else members
        return quantity(self.unit if unit is None else unit, self.span, wanted, self.left_out)


def quantity(unit: str, span: str, members: Iterable[Member] = (), left_out: Iterable[str] = ()) -> Quantity:
    """The main matters are the enquiries (R90), and a member stands without the one above it."""
    own = set(members)
    if unit == "matters" and (ROLE, MAIN) in own:
        own.remove((ROLE, MAIN))
        unit = "enquiries"
    named = {dimension for dimension, _ in own}
    above = {PARENTS[name] for name in named if name in PARENTS}
    return Quantity(unit, span, frozenset(one for one in own if one[0] not in above), frozenset(left_out))


class PlaceKind(StrEnum):
    TABLE = "table"
    FIGURE = "figure"
    TEXT = "text"
    EDITION = "edition"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Place:
    """Where a number stands. ``name`` is the table's, the figure's, the section's key, the edition or the source;
    ``label`` what people know it by. ``line`` is the line of a section's text.
    """

    kind: PlaceKind
    name: str
    label: str
    line: int = 0

    def text(self, words: Words) -> str:
        """The place inside a sentence."""
        texts = {
            PlaceKind.TABLE: words.gettext("the table “%(label)s”"),
            PlaceKind.FIGURE: words.gettext("the figure “%(label)s”"),
            PlaceKind.TEXT: words.gettext("the text “%(label)s”"),
            PlaceKind.EDITION: words.gettext("the published report %(label)s"),
            PlaceKind.PUBLISHED: words.gettext("the imported figures (%(label)s)"),
        }
        return texts[self.kind] % {"label": self.label}


@dataclass(frozen=True)
class Told:
    """One number at one place. ``label`` names the members as people read them; "" for the total."""

    quantity: Quantity
    value: int
    place: Place
    label: str = ""


def period_of(span: str) -> Period:
    """The period of a key, with a short name such as "2023". ``ValueError`` when it is none."""
    first, last = (date.fromisoformat(day) for day in span.split("_"))
    return Period(period_name(Period("", first, last)), first, last)


def span_name(span: str) -> str:
    """A short name such as "2023", "2024/25" or "2022-08 – 2022-12"."""
    return period_of(span).name


def counted_text(counted: Quantity, label: str, words: Words, name_of: UnitName = unit_name) -> str:
    """What is counted, such as "Enquiries 2023, Center for Voksne og Velfærd"."""
    text = f"{name_of(counted.unit, 2, words)} {span_name(counted.span)}".strip()
    text = text[:1].upper() + text[1:]
    return f"{text}, {label}" if label else text


def left_out_keys(left_out: Iterable[Mapping[str, Iterable[str]]]) -> frozenset[str]:
    """What a table leaves out, one text for each exclusion."""
    return frozenset(
        "; ".join(f"{name}={'|'.join(sorted(keys))}" for name, keys in sorted(one.items())) for one in left_out
    )
