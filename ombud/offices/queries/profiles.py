"""Profile files: the shipped ones and a municipality's own (see ``offices/profiles/README.md``)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

SHIPPED = Path(__file__).resolve().parents[1] / "profiles"
"""Where the shipped profiles, theme files, published aggregates and example registers lie."""


class UnknownMunicipality(LookupError):
    """No profile is shipped for a code; the message names those that are."""


class UnreadableProfile(ValueError):
    """A file that is not JSON; the message names the file, the line and the column."""


def four_digits(code: str) -> str:
    """The official code with its leading zeros: 165 and 0165 are the same."""
    wanted = code.strip()
    return wanted.zfill(4) if wanted.isascii() and wanted.isdigit() and len(wanted) <= 4 else wanted


@cache
def shipped_codes() -> tuple[tuple[str, str], ...]:
    """Code and name of each municipality that ships with the program, by name."""
    found = [(data["code"], data["name"]) for data in map(read_json, sorted(SHIPPED.glob("[0-9]*.json")))]
    return tuple(sorted(found, key=lambda pair: pair[1]))


def profile_data(code: str) -> dict[str, Any]:
    """The shipped profile of a code with its themes in it. Raises UnknownMunicipality."""
    wanted = four_digits(code)
    path = next(iter(sorted(SHIPPED.glob(f"{wanted}-*.json"))), None) if wanted.isdigit() else None
    if path is None:
        names = ", ".join(f"{known} {name}" for known, name in shipped_codes())
        message = _("No municipality with the code %(code)s is shipped. There are: %(names)s.")
        raise UnknownMunicipality(message % {"code": code, "names": names})
    data: dict[str, Any] = read_profile(path)
    return data


def read_profile(path: Path) -> Any:
    """A profile file with the theme files it names put in, looked for beside it and then among the shipped ones.

    Nothing is checked but that the files are JSON: ``load_profile`` checks the rest. Raises UnreadableProfile.
    """
    return with_themes(read_json(path), path.parent)


def with_themes(data: Any, folder: Path = SHIPPED) -> Any:
    """A profile in which each entry of ``taxonomies`` that names a file has the file's content."""
    entries = data.get("taxonomies") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        return data
    return data | {"taxonomies": [_with_content(entry, folder) for entry in entries]}


def theme_file(name: str) -> dict[str, Any]:
    """A shipped theme file, such as ``taxonomy-default.json``."""
    content: dict[str, Any] = read_json(SHIPPED / name)
    return content


def theme_files() -> list[tuple[str, str]]:
    """Name of file and of taxonomy for each shipped theme file, the default first."""
    return [(path.name, read_json(path)["name"]) for path in sorted(SHIPPED.glob("taxonomy-*.json"))]


def read_json(path: Path) -> Any:
    """What a JSON file holds. Raises UnreadableProfile."""
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        message = _("%(file)s cannot be read as JSON: line %(line)d, column %(column)d.")
        place = {"file": path.name, "line": error.lineno, "column": error.colno}
        raise UnreadableProfile(message % place) from None
    except UnicodeDecodeError:
        raise UnreadableProfile(_("%(file)s is not written in UTF-8.") % {"file": path.name}) from None


def _with_content(entry: Any, folder: Path) -> Any:
    if not isinstance(entry, dict) or "content" in entry or not isinstance(entry.get("file"), str):
        return entry
    # Only the name counts: a profile reaches no file elsewhere.
    name = Path(entry["file"]).name
    for place in (folder / name, SHIPPED / name):
        if name.endswith(".json") and place.is_file():
            return entry | {"content": read_json(place)}
    return entry
