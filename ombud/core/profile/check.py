"""Whether a profile can be loaded: every problem at once, each with its place."""

from collections.abc import Iterator
from typing import Any

from ombud.core.disclosure.forced import DIMENSIONS, forced
from ombud.core.profile.fields import as_day, as_number
from ombud.core.profile.problem import Problem
from ombud.core.profile.references import (
    ambiguous_names,
    backwards,
    circles,
    overlapping,
    repeated,
    unknown,
)
from ombud.core.profile.shapes import PROFILE, TAXONOMY
from ombud.core.words import Words


def profile_problems(data: Any, words: Words) -> list[Problem]:
    """Everything that is wrong with a profile; an empty list when it can be loaded.

    Taxonomies stand in the profile itself (``taxonomies[n].content``): whoever read the files has put them there.
    """
    shape = list(PROFILE.check(data, "", words))
    return shape or list(_between_fields(data, words))


def taxonomy_problems(data: Any, words: Words) -> list[Problem]:
    """Everything that is wrong with a taxonomy file."""
    shape = list(TAXONOMY.check(data, "", words))
    return shape or list(_in_taxonomy(data, "", words))


def _between_fields(data: dict[str, Any], words: Words) -> Iterator[Problem]:
    yield from _small_counts(data.get("disclosure", {}).get("rules", []), words)
    yield from _departments(data, words)
    yield from _mandates(data, words)
    for place in ("types", "channels"):
        entries = data.get(place, [])
        yield from ambiguous_names(entries, place, words)
        yield from backwards(entries, place, words)
    yield from _taxonomies(data, words)
    yield from _periods(data, words)
    yield from repeated(data.get("tags", []), "tags", "name", words)
    for place in ("closures", "staffing"):
        yield from backwards(data.get(place, []), place, words)
    yield from _shares(data.get("staffing", []), words)
    for place in ("appeal_bodies", "appeal_remarks"):
        yield from ambiguous_names(data.get(place, []), place, words)
    yield from repeated(data.get("report", {}).get("sections", []), "report.sections", "key", words)
    yield from _bands(data.get("duration_bands", []), words)
    begins, opens = as_day(data.get("function_starts_on")), as_day(data.get("takes_enquiries_from"))
    if begins and opens and opens < begins:
        message = words.gettext("Enquiries cannot be taken before the function has begun.")
        yield Problem("takes_enquiries_from", message)


def _small_counts(entries: list[dict[str, Any]], words: Words) -> Iterator[Problem]:
    """One rule for an audience and a kind of table, and forced numbers that begin with a word for a total."""
    seen: set[tuple[str, str]] = set()
    for index, entry in enumerate(entries):
        place = f"disclosure.rules[{index}]"
        key = entry["audience"], entry.get("kind", "")
        if key in seen:
            yield Problem(place, words.gettext("There are two rules for the same readers and the same tables."))
        seen.add(key)
        for line in entry.get("forced", []):
            try:
                forced(line)
            except ValueError:
                text = words.gettext(
                    "“%(line)s” does not begin with a word for a kind of total. Known words: %(words)s."
                )
                yield Problem(f"{place}.forced", text % {"line": line, "words": ", ".join(DIMENSIONS)})


def _departments(data: dict[str, Any], words: Words) -> Iterator[Problem]:
    entries = data.get("departments", [])
    place = "departments"
    keys = {entry["key"] for entry in entries}
    yield from repeated(entries, place, "key", words)
    yield from ambiguous_names(entries, place, words)
    yield from backwards(entries, place, words)
    parents = [(f"{place}[{i}].parent", entry.get("parent")) for i, entry in enumerate(entries)]
    yield from unknown(parents, keys, words)
    before = [(f"{place}[{i}].predecessors", key) for i, e in enumerate(entries) for key in e.get("predecessors", [])]
    yield from unknown(before, keys, words)
    yield from circles(entries, place, "parent", lambda e: [e["parent"]] if e.get("parent") else [], words)
    yield from circles(entries, place, "predecessors", lambda e: e.get("predecessors", []), words)
    for index, entry in enumerate(entries):
        if entry.get("predecessors") and not entry.get("starts_on"):
            message = words.gettext("A department with predecessors needs the day it took over.")
            yield Problem(f"{place}[{index}].starts_on", message)
    groups = data.get("department_groups", [])
    yield from repeated(groups, "department_groups", "name", words)
    members = [(f"department_groups[{i}].departments", key) for i, g in enumerate(groups) for key in g["departments"]]
    yield from unknown(members, keys, words)


def _mandates(data: dict[str, Any], words: Words) -> Iterator[Problem]:
    entries = data.get("mandates", [])
    yield from backwards(entries, "mandates", words)
    yield from overlapping(entries, "mandates", words)
    for index, entry in enumerate(entries):
        place = f"mandates[{index}]"
        yield from repeated(entry.get("provisions", []), f"{place}.provisions", "number", words)
        scale = entry.get("criticism_scale", [])
        yield from repeated(scale, f"{place}.criticism_scale", "order", words)
        yield from repeated(scale, f"{place}.criticism_scale", "name", words)
        if scale and not entry["supervision"]:
            message = words.gettext("A scale of criticism needs a supervisory task.")
            yield Problem(f"{place}.criticism_scale", message)


def _taxonomies(data: dict[str, Any], words: Words) -> Iterator[Problem]:
    entries = data.get("taxonomies", [])
    yield from backwards(entries, "taxonomies", words)
    yield from overlapping(entries, "taxonomies", words)
    names: set[str] = set()
    for index, entry in enumerate(entries):
        place = f"taxonomies[{index}]"
        if "content" not in entry:
            message = words.gettext("The themes are missing: name a theme file that is there.")
            yield Problem(f"{place}.file", message)
            continue
        yield from _in_taxonomy(entry["content"], f"{place}.content", words)
        names |= {subtheme["name"] for theme in entry["content"]["themes"] for subtheme in theme.get("subthemes", [])}
    groups = data.get("theme_groups", [])
    yield from repeated(groups, "theme_groups", "name", words)
    members = [(f"theme_groups[{i}].members", name) for i, group in enumerate(groups) for name in group["members"]]
    yield from unknown(members, names, words)


def _in_taxonomy(data: dict[str, Any], root: str, words: Words) -> Iterator[Problem]:
    before = f"{root}." if root else ""
    themes = data["themes"]
    yield from repeated(themes, f"{before}themes", "name", words)
    names: set[str] = set()
    for index, theme in enumerate(themes):
        for number, subtheme in enumerate(theme.get("subthemes", [])):
            place = f"{before}themes[{index}].subthemes[{number}]"
            if subtheme["name"] in names:
                message = words.gettext("“%(value)s” is used twice.") % {"value": subtheme["name"]}
                yield Problem(f"{place}.name", message)
            names.add(subtheme["name"])
            yield from repeated(subtheme.get("details", []), f"{place}.details", "name", words)
    pairs = [(f"{before}related[{i}]", name) for i, pair in enumerate(data.get("related", [])) for name in pair]
    yield from unknown(pairs, names, words)
    sources = [(f"{before}mapping[{i}].from", entry["from"]) for i, entry in enumerate(data.get("mapping", []))]
    yield from unknown(sources, names, words)


def _periods(data: dict[str, Any], words: Words) -> Iterator[Problem]:
    entries = data.get("periods", [])
    yield from repeated(entries, "periods", "name", words)
    yield from backwards(entries, "periods", words)
    compared = [(f"periods[{i}].compared_with", entry.get("compared_with")) for i, entry in enumerate(entries)]
    yield from unknown(compared, {entry["name"] for entry in entries}, words)
    for index, entry in enumerate(entries):
        if entry.get("compared_with") == entry["name"]:
            message = words.gettext("A period is not compared with itself.")
            yield Problem(f"periods[{index}].compared_with", message)


def _shares(entries: list[dict[str, Any]], words: Words) -> Iterator[Problem]:
    for index, entry in enumerate(entries):
        shares = entry.get("shares", [])
        if shares and sum(as_number(share["percent"]) or 0 for share in shares) != 100:
            yield Problem(f"staffing[{index}].shares", words.gettext("The shares must add up to 100 per cent."))


def _bands(bands: list[dict[str, Any]], words: Words) -> Iterator[Problem]:
    limits = [band["most_days"] for band in bands]
    if bands and (limits[-1] is not None or None in limits[:-1] or limits[:-1] != sorted(set(limits[:-1]))):
        message = words.gettext("Duration bands must rise, and the last one must have no limit (null).")
        yield Problem("duration_bands", message)
