"""Reading one entry of the definitions: every fault becomes a sentence that names the entry and the field."""

from collections.abc import Mapping, Sequence
from typing import Any

from ombud.core.statistics.definitions import Texts
from ombud.core.words import Words


class Entry:
    """One table or figure as read from JSON. A faulty field gives its default and a line in ``problems``."""

    def __init__(self, data: object, place: str, problems: list[str], words: Words) -> None:
        self.place, self.problems, self.words = place, problems, words
        self.data: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        self.read: set[str] = set()
        if not isinstance(data, Mapping):
            problems.append(words.gettext("%(place)s must be an object with named fields.") % {"place": place})

    def fault(self, field: str, message: str) -> None:
        """Note what is wrong with a field."""
        self.problems.append(
            self.words.gettext('%(place)s, field "%(field)s": %(message)s')
            % {"place": self.place, "field": field, "message": message}
        )

    def value(self, field: str, default: Any) -> Any:
        self.read.add(field)
        return self.data.get(field, default)

    def text(self, field: str, default: str = "", *, required: bool = False) -> str:
        value = self.value(field, default)
        if not isinstance(value, str) or (required and not value.strip()):
            self.fault(field, self.words.gettext("must be a text."))
            return default
        return value

    def choice(self, field: str, default: str, allowed: Sequence[str]) -> str:
        value = self.value(field, default)
        if value not in allowed:
            self.fault(
                field,
                self.words.gettext('"%(value)s" is not one of %(allowed)s.')
                % {"value": value, "allowed": ", ".join(allowed)},
            )
            return default
        return str(value)

    def number(self, field: str, default: int, least: int, most: int) -> int:
        value = self.value(field, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            message = self.words.gettext("must be a whole number from %(least)s to %(most)s.")
            self.fault(field, message % {"least": least, "most": most})
            return default
        return value

    def flag(self, field: str, default: bool = False) -> bool:
        value = self.value(field, default)
        if not isinstance(value, bool):
            self.fault(field, self.words.gettext("must be true or false."))
            return default
        return value

    def names(self, field: str, default: Sequence[str] = ()) -> tuple[str, ...]:
        """A list of different texts."""
        value = self.value(field, default)
        if not _is_list(value) or not all(isinstance(one, str) for one in value):
            self.fault(field, self.words.gettext("must be a list of texts."))
            return tuple(default)
        if len(set(value)) != len(value):
            self.fault(field, self.words.gettext("has the same text twice."))
        return tuple(value)

    def texts(self, field: str, *, required: bool = False) -> Texts:
        """A text per language, {"da": ..., "en": ...}; a plain text stands for Danish."""
        value = self.value(field, {})
        texts = {"da": value} if isinstance(value, str) else value
        is_texts = isinstance(texts, Mapping) and all(isinstance(one, str) and one.strip() for one in texts.values())
        if not is_texts or (required and not texts):
            self.fault(field, self.words.gettext('must be a text in each language, such as {"da": "…", "en": "…"}.'))
            return {}
        return dict(texts)

    def where(self, field: str) -> dict[str, tuple[str, ...]]:
        """Dimensions with lists of their members."""
        value = self.value(field, {})
        if not isinstance(value, Mapping) or not all(
            _is_list(keys) and keys and all(isinstance(key, str) for key in keys) for keys in value.values()
        ):
            self.fault(field, self.words.gettext("must give a list of members for each dimension."))
            return {}
        return {name: tuple(keys) for name, keys in value.items()}

    def entries(self, field: str) -> list["Entry"]:
        """A list of objects, each an entry of its own."""
        value = self.value(field, [])
        if not _is_list(value):
            self.fault(field, self.words.gettext("must be a list."))
            return []
        return [
            Entry(one, f"{self.place}, {field}[{at}]", self.problems, self.words) for at, one in enumerate(value, 1)
        ]

    def refuse_other_fields(self) -> None:
        """A field that is not read is a misspelling."""
        for field in self.data:
            if field not in self.read:
                self.fault(str(field), self.words.gettext("is not known."))


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
