"""The forms of a page as a browser would send them, and which of their fields hold the id of a row."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

PLUMBING = {"csrfmiddlewaretoken", "once", "kept_for", "next", "language"}
CHOOSING = {"radio", "checkbox", "hidden"}


@dataclass
class PageForm:
    """``values`` are sent if the button is pressed at once; ``choosing`` are the fields that are not typed."""

    method: str
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    choosing: set[str] = field(default_factory=set)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[PageForm] = []
        self._form: PageForm | None = None
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = PageForm(given.get("method", "get").lower(), given.get("action", ""))
            self.found.append(self._form)
        name = given.get("name", "")
        if self._form is None or name in PLUMBING:
            return
        if tag == "input" and name:
            self._input(self._form, name, given)
        elif tag == "select":
            self._select = name
            self._form.choosing.add(name)
        elif tag == "option" and self._select and ("selected" in given or self._select not in self._form.values):
            self._form.values[self._select] = [given.get("value", "")]
        elif tag == "textarea":
            self._area = name
            self._form.values[name] = [""]
        elif tag == "button" and name:
            self._form.values.setdefault(name, [given.get("value", "")])

    def handle_data(self, data: str) -> None:
        if self._form is not None and self._area:
            self._form.values[self._area] = [self._form.values[self._area][0] + data]

    def handle_endtag(self, tag: str) -> None:
        self._form = None if tag == "form" else self._form
        self._select = "" if tag == "select" else self._select
        self._area = "" if tag == "textarea" else self._area

    @staticmethod
    def _input(form: PageForm, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in CHOOSING:
            form.choosing.add(name)
        if kind in ("radio", "checkbox") and "checked" not in given:
            return
        if kind != "file":
            form.values.setdefault(name, []).append(given.get("value", "on" if kind == "checkbox" else ""))


def forms_on(page: str) -> list[PageForm]:
    """Every form of the page but those of its frame."""
    parser = _Forms()
    parser.feed(page.partition("<main")[2])
    return parser.found
