"""One case as JSON: counts by name, the sums that bind them, which of them are not printed."""

import json
from typing import Any

from ombud.core.auditing.release import Release
from ombud.core.words import Words


class NotASystem(ValueError):
    """What was given is no system of counts; the message is for the user, already translated, and names the place."""


def read_system(text: str, words: Words) -> Release:
    """The release in a case: ``cells`` (name to whole number; null where a count that is not printed is not told
    either), ``equations`` ([total, [parts]]), ``suppressed`` (names), ``lower_bound`` (1 unless stated), ``threshold``
    (3) and ``protection`` ("P2"). Other entries are passed over. ``NotASystem`` at anything else.
    """
    return _Case(text, words).release()


class _Case:
    def __init__(self, text: str, words: Words) -> None:
        self._words = words
        try:
            self._data = json.loads(text, object_pairs_hook=self._once)
        except json.JSONDecodeError as problem:
            place = {"line": problem.lineno, "column": problem.colno}
            raise self._wrong(words.gettext("This is not JSON: line %(line)d, column %(column)d."), **place) from None
        except NotASystem:
            raise
        except (ValueError, RecursionError):
            raise self._wrong(words.gettext("The file holds numbers or brackets beyond measure.")) from None
        if not isinstance(self._data, dict):
            raise self._wrong(words.gettext("The file must hold one object with cells, equations and suppressed."))

    def release(self) -> Release:
        lower_bound = self._number("lower_bound", 1)
        suppressed = self._suppressed()
        cells = {name: self._count(name, value, suppressed) for name, value in self._entry("cells", dict).items()}
        for name in sorted(suppressed - cells.keys()):
            raise self._unknown(name, "suppressed")
        relations = tuple(self._relation(place, one) for place, one in enumerate(self._entry("equations", list), 1))
        for total, parts in relations:
            self._check(total, parts, cells)
        self._check_least(cells, suppressed, lower_bound)
        printed = {name: value for name, value in cells.items() if value is not None and name not in suppressed}
        return Release(
            printed,
            frozenset(suppressed),
            frozenset(),
            relations,
            lower_bound,
            self._number("threshold", 3),
            self._protection(),
        )

    def _suppressed(self) -> set[str]:
        names = self._entry("suppressed", list)
        for name in names:
            if not isinstance(name, str):
                raise self._unknown(name, "suppressed")
        return set(names)

    def _count(self, name: str, value: Any, suppressed: set[str]) -> int | None:
        if value is None and name in suppressed:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            text = self._words.gettext("%(name)s: “%(value)s” is not a whole number.")
            raise self._wrong(text, name=name, value=value)
        if value < 0:
            raise self._wrong(self._words.gettext("%(name)s: %(value)d is negative."), name=name, value=value)
        return value

    def _relation(self, place: int, given: Any) -> tuple[str, tuple[str, ...]]:
        where = f"equations[{place}]"
        if not isinstance(given, list) or len(given) != 2 or not isinstance(given[1], list):
            text = self._words.gettext("%(place)s: a sum is written [total, [part, part, …]].")
            raise self._wrong(text, place=where)
        total, parts = given
        seen = set[str]()
        for name in (total, *parts):
            if not isinstance(name, str) or name not in self._data["cells"]:
                raise self._unknown(name, where)
            if name in seen:
                text = self._words.gettext("%(place)s: “%(name)s” stands twice in one sum.")
                raise self._wrong(text, place=where, name=name)
            seen.add(name)
        return total, tuple(parts)

    def _check(self, total: str, parts: tuple[str, ...], cells: dict[str, int | None]) -> None:
        """That a sum adds up where all its counts are told."""
        counts = [cells[part] for part in parts]
        whole, told = cells[total], [count for count in counts if count is not None]
        if whole is None or len(told) < len(counts) or sum(told) == whole:
            return
        text = self._words.gettext(
            "%(name)s: the parts make %(parts)d, the total is %(total)d, the difference is %(difference)d."
        )
        raise self._wrong(text, name=total, parts=sum(told), total=whole, difference=whole - sum(told))

    def _check_least(self, cells: dict[str, int | None], suppressed: set[str], lower_bound: int) -> None:
        for name in sorted(suppressed):
            value = cells[name]
            if value is not None and value < lower_bound:
                text = self._words.gettext("%(name)s: %(value)d is less than the lower bound %(bound)d.")
                raise self._wrong(text, name=name, value=value, bound=lower_bound)

    def _number(self, name: str, otherwise: int) -> int:
        value = self._count(name, self._data.get(name, otherwise), set())
        return otherwise if value is None else value

    def _protection(self) -> str:
        value = self._data.get("protection", "P2")
        if value not in ("P1", "P2"):
            raise self._wrong(self._words.gettext("The protection is P1 or P2, not “%(value)s”."), value=value)
        return str(value)

    def _entry(self, name: str, kind: type) -> Any:
        if "cases" in self._data and name not in self._data:
            raise self._wrong(self._words.gettext("The file holds several cases. Give one of them."))
        if name not in self._data:
            raise self._wrong(self._words.gettext("“%(name)s” is missing."), name=name)
        if not isinstance(self._data[name], kind):
            raise self._wrong(self._words.gettext("“%(name)s” has the wrong form."), name=name)
        return self._data[name]

    def _once(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """An object whose names stand once; the second would otherwise silently win."""
        found: dict[str, Any] = {}
        for name, value in pairs:
            if name in found:
                raise self._wrong(self._words.gettext("“%(name)s” stands twice."), name=name)
            found[name] = value
        return found

    def _unknown(self, name: Any, place: str) -> NotASystem:
        return self._wrong(self._words.gettext("%(place)s: there is no cell “%(name)s”."), place=place, name=name)

    def _wrong(self, text: str, **values: Any) -> NotASystem:
        return NotASystem(text % values if values else text)
