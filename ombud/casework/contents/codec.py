"""Contents to JSON and back. A field that a later version adds gets its default; one it took away is passed over."""

import json
import unicodedata
from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints


@dataclass(frozen=True, repr=False)
class Content:
    """What a row keeps secret. Its ``repr`` names the kind only, so that no traceback and no log can show it."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


C = TypeVar("C", bound=Content)


def encode(content: Content) -> str:
    """JSON with Danish letters as they are (composed), so that it can be searched without being parsed."""
    return json.dumps(_plain(content), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[C], text: str) -> C:
    """The content that ``encode`` made the JSON of."""
    return _built(kind, json.loads(text))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _built(kind: type[C], data: dict[str, Any]) -> C:
    builders = _builders(cast(Hashable, kind))
    return kind(**{name: build(data[name]) for name, build in builders.items() if name in data})


@cache
def _builders(kind: Any) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: _builder(hints[field.name]) for field in fields(kind)}


def _builder(hint: Any) -> Callable[[Any], Any]:
    if hint == date or hint == date | None:
        return lambda value: date.fromisoformat(value) if value else None
    if get_origin(hint) is tuple:
        part = _builder(get_args(hint)[0])
        return lambda value: tuple(part(one) for one in value)
    if isinstance(hint, type) and issubclass(hint, Content):
        return lambda value: _built(hint, value)
    return _same


def _same(value: Any) -> Any:
    return value
