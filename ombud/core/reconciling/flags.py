"""What to look at in a set of numbers though no two of them differ (R74, R279, R283, R285, R286)."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ombud.core.numbers import number_text
from ombud.core.reconciling.flag import Flag, FlagKind
from ombud.core.reconciling.quantity import Place, PlaceKind, Told, period_of
from ombud.core.reconciling.telling import place_of
from ombud.core.statistics.periods import Period, rates_text, why_not_compare, why_not_series
from ombud.core.statistics.table import Table
from ombud.core.words import Words

POINT_UNITS = frozenset({"complaint points", "points", "klagepunkter", "klageforhold", "påklagede forhold"})
OPEN_ADVICE_UNITS = frozenset(
    {"open advice enquiries", "henvendelser i åben rådgivning", "henvendelser i åbenrådgivning"}
)
TYPES = ("type", "type_group")
THEMES = frozenset({"theme", "subtheme"})
_LEFT_OUT = re.compile(
    r"(?:indgår\s+(?:derfor\s+|dermed\s+)?ikke\s+i|(?:are|is)\s+not\s+(?:part\s+of|included\s+in))\b[^.]*?\b(?:tema|theme)\w*",
    re.IGNORECASE,
)


def mixed_units(told: Iterable[Told], words: Words) -> tuple[Flag, ...]:
    """As many complaint points as complaints: one may stand for the other (R279, I4)."""
    told = tuple(told)
    points = [one for one in told if one.quantity.unit.casefold() in POINT_UNITS and one.value]
    found = []
    for point in points:
        for one in told:
            types = [member for member in one.quantity.members if member[0] in TYPES]
            rest = one.quantity.members - set(types)
            same = (one.quantity.span, rest, one.value) == (point.quantity.span, point.quantity.members, point.value)
            if one.quantity.unit == "enquiries" and len(types) == 1 and same:
                found.append(_same_number(point, one, words))
    return tuple(found[:1])


def _same_number(point: Told, one: Told, words: Words) -> Flag:
    text = words.gettext(
        "%(number)s %(unit)s in %(place)s, and %(number)s enquiries of the kind “%(label)s”. One enquiry can hold "
        "several: check that the one is not printed as the other."
    )
    texts = {
        "number": number_text(point.value, words.get_language()),
        "unit": point.quantity.unit,
        "place": point.place.text(words),
        "label": one.label,
    }
    return Flag(FlagKind.SAME_NUMBER, point.place, text % texts)


def open_advice(told: Iterable[Told], words: Words) -> tuple[Flag, ...]:
    """Visits to drop-in advice of which nobody has said whether they are part of the total (R286, I5)."""
    told = tuple(told)
    found = []
    for one in told:
        if one.quantity.unit.casefold() not in OPEN_ADVICE_UNITS or not one.value:
            continue
        whole = next((each for each in told if each.quantity == one.quantity.beside(unit="enquiries")), None)
        if whole is not None:
            text = words.gettext(
                "It is not said whether the %(number)s visits to drop-in advice in %(place)s are part of the "
                "%(total)s enquiries."
            )
            language = words.get_language()
            numbers = {"number": number_text(one.value, language), "total": number_text(whole.value, language)}
            found.append(Flag(FlagKind.OPEN_ADVICE, one.place, text % (numbers | {"place": one.place.text(words)})))
    return tuple(found)


def unlike_periods(told: Iterable[Told], words: Words, periods: Sequence[Period] = ()) -> tuple[Flag, ...]:
    """Totals of periods that are not equally long, that overlap or leave days out between them (R234, R285, I6).
    ``periods`` are those with a name and months closed.
    """
    named = {(one.first, one.last): one for one in periods}
    totals: dict[tuple[str, PlaceKind], dict[str, Told]] = {}
    for one in told:
        if not one.quantity.members and not one.quantity.left_out:
            totals.setdefault((one.quantity.unit, one.place.kind), {}).setdefault(one.quantity.span, one)
    found: dict[str, Flag] = {}
    for spans in totals.values():
        ordered = sorted(((_named(span, named), one) for span, one in spans.items()), key=lambda pair: pair[0].first)
        for (before, earlier), (now, later) in itertools.pairwise(ordered):
            reason = why_not_compare(now, before, words)
            if reason:
                rates = rates_text(later.value, now, earlier.value, before, words)
                message = f"{now.name}, {before.name}: {reason} {rates[:1].upper()}{rates[1:]}."
                found.setdefault(message, Flag(FlagKind.PERIODS, later.place, message))
        for message in why_not_series([period for period, _ in ordered], words):
            found.setdefault(message, Flag(FlagKind.PERIODS, ordered[-1][1].place, message))
    return tuple(found.values())


def _named(span: str, named: Mapping[tuple[date, date], Period]) -> Period:
    period = period_of(span)
    return named.get((period.first, period.last), period)


def two_names(tables: Iterable[Table], aliases: Mapping[str, str], words: Words) -> tuple[Flag, ...]:
    """One department under several names in the tables of a report (R283, I15). ``aliases``: name to the name it
    stands for.
    """
    used: dict[str, dict[str, Table]] = {}
    for table in tables:
        for label in _labels(table):
            used.setdefault(aliases.get(label, label), {}).setdefault(label, table)
    found = []
    for names in used.values():
        first, *others = names
        for other in others:
            text = words.gettext("“%(other)s” in %(place)s is called “%(name)s” in %(other_place)s: use one name.")
            place = place_of(names[other])
            texts = {"other": other, "name": first, "place": place.text(words)}
            texts["other_place"] = place_of(names[first]).text(words)
            found.append(Flag(FlagKind.TWO_NAMES, place, text % texts))
    return tuple(found)


def _labels(table: Table) -> list[str]:
    rows = [row.label for row in table.rows if "department" in table.row_dimensions[:1] and row.level == 0]
    columns = [one.label for one in table.columns if table.column_dimension == "department" and not one.is_total]
    return rows + columns


def said_left_out(texts: Mapping[str, str], tables: Iterable[Table], words: Words) -> tuple[Flag, ...]:
    """A text that says something is no part of the tables by theme while every one of them counts all there is (R74,
    I14). ``texts`` are by the key of their section.
    """
    by_theme = [table for table in tables if THEMES.intersection(table.row_dimensions)]
    whole = next((table for table in by_theme if not table.where), None)
    excluded = {name for table in by_theme for one in table.left_out for name in one}
    if whole is None or excluded - THEMES or not isinstance(whole.basis.base_count, int):
        return ()
    found = []
    for key, text in texts.items():
        for line, shown in enumerate(text.splitlines(), 1):
            said = _LEFT_OUT.search(shown)
            if said is not None:
                message = words.gettext("“%(text)s”: but %(place)s counts all %(total)s, so nothing is left out of it.")
                total = number_text(whole.basis.base_count, words.get_language())
                texts_ = {"text": said[0], "place": place_of(whole).text(words), "total": total}
                found.append(Flag(FlagKind.NOT_LEFT_OUT, Place(PlaceKind.TEXT, key, key, line), message % texts_))
    return tuple(found)
