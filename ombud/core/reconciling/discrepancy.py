"""Two numbers that should be one: where each stands, and why they may differ (R278, R281)."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from ombud.core.numbers import number_text
from ombud.core.reconciling.cause import Cause, dimension_word
from ombud.core.reconciling.quantity import Place, Quantity, UnitName, counted_text
from ombud.core.statistics.inputs import unit_name
from ombud.core.words import Words


class Kind(StrEnum):
    """PARTS: parts and their total. ELSEWHERE: one quantity at two places of the report. EARLIER: against an edition
    published before. PUBLISHED: against imported figures. SHARES: per cents against the counts they are of.
    RANGE: a stated span of numbers against those told.
    """

    PARTS = "parts"
    ELSEWHERE = "elsewhere"
    EARLIER = "earlier"
    PUBLISHED = "published"
    SHARES = "shares"
    RANGE = "range"


@dataclass(frozen=True)
class Discrepancy:
    """``number`` stands in ``place``, ``other_number`` in ``other_place``; for PARTS they are the sum of the parts (by
    the dimension ``by``) and the total. ``label`` names the members of the quantity. ``also`` are other places where
    one of the two stands. Per cents are whole numbers.
    """

    kind: Kind
    quantity: Quantity
    number: int
    place: Place
    other_number: int
    other_place: Place
    label: str = ""
    by: str = ""
    causes: tuple[Cause, ...] = ()
    also: tuple[Place, ...] = ()

    @property
    def difference(self) -> int:
        """The other number less the number: what is missing when it is positive."""
        return self.other_number - self.number

    @property
    def places(self) -> tuple[Place, ...]:
        """Everywhere one of the two numbers stands, each once."""
        return tuple(dict.fromkeys((self.place, self.other_place, *self.also)))

    @property
    def key(self) -> str:
        """A name that stays as long as the quantity and both numbers do: an explanation holds for these numbers."""
        members = ",".join(f"{name}={key}" for name, key in sorted(self.quantity.members))
        left_out = ",".join(sorted(self.quantity.left_out))
        parts = (self.kind, self.quantity.unit, self.quantity.span, members, left_out, self.by)
        text = "\n".join((*parts, str(self.number), str(self.other_number)))
        return sha256(text.encode()).hexdigest()[:32]

    def what(self, words: Words, name_of: UnitName = unit_name) -> str:
        """What is counted, in words."""
        return counted_text(self.quantity, self.label, words, name_of)

    def sentence(self, words: Words, name_of: UnitName = unit_name) -> str:
        """Both numbers with their places, in one sentence."""
        language = words.get_language()
        texts = {
            "what": self.what(words, name_of),
            "number": number_text(self.number, language),
            "other": number_text(self.other_number, language),
            "place": self.place.text(words),
            "other_place": self.other_place.text(words),
            "by": dimension_word(self.by, words),
        }
        if self.kind is Kind.PARTS:
            if self.place == self.other_place:
                return _in_one_place(words) % texts
            return _in_two_places(words) % texts
        if self.kind is Kind.SHARES:
            return _in_shares(words) % texts
        return words.gettext("%(what)s: %(number)s in %(place)s, but %(other)s in %(other_place)s.") % texts

    def cause_sentences(self, words: Words, name_of: UnitName = unit_name) -> tuple[str, ...]:
        """The causes that fit, the likeliest first."""
        return tuple(cause.sentence(words, name_of) for cause in self.causes)


def _in_one_place(words: Words) -> str:
    return words.gettext("%(what)s: by %(by)s the parts add up to %(number)s, but the total is %(other)s in %(place)s.")


def _in_two_places(words: Words) -> str:
    return words.gettext(
        "%(what)s: by %(by)s the parts add up to %(number)s in %(place)s, but the total is %(other)s in "
        "%(other_place)s."
    )


def _in_shares(words: Words) -> str:
    return words.gettext(
        "%(what)s: %(number)s per cent in %(place)s, but the numbers in %(other_place)s give %(other)s per cent."
    )
