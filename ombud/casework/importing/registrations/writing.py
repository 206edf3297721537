"""Writing what an import found, many rows at once."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from ombud.audit.record import event, record_many
from ombud.casework.importing.bulk import insert_rows
from ombud.casework.importing.comparison import Draft, Pair, State, merged
from ombud.casework.importing.registrations.fields import DAYS, NAMED
from ombud.casework.importing.registrations.set_up import SetUp
from ombud.casework.models import Enquiry, Matter, Source
from ombud.casework.queries.numbers import highest_numbers
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.tenancy.scope import current_id

PIECE = 2_000
MAIN, FOLLOW_ON = Matter.Role.MAIN.value, Matter.Role.FOLLOW_ON.value
BLANK_ENQUIRY: State = dict.fromkeys((*DAYS, *NAMED, "within_mandate")) | {
    "enquirer": "person",
    "anonymous": False,
    "open_advice": False,
}
BLANK_MATTER: State = {
    "department": None,
    "theme": None,
    "outside_themes": False,
    "coordination": False,
    "reminder": False,
}
ENQUIRY_COLUMNS = (
    "municipality", "number", "year", "mandate", "source", "import_key", "imported_state", "counted", "without_case",
    "version", *BLANK_ENQUIRY,
)  # fmt: skip
MATTER_COLUMNS = ("municipality", "enquiry", "position", "role", *BLANK_MATTER)
_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


def number_drafts(drafts: Sequence[Draft]) -> None:
    """Give those without a number the next of their year, in the order in which they were received (R37)."""
    highest = highest_numbers()
    for draft in sorted((one for one in drafts if one.number is None), key=lambda one: one.state["received_on"]):
        year = int(draft.state["received_on"][:4])
        highest[year] = highest.get(year, 0) + 1
        draft.number = (highest[year], year)


def write_enquiries(drafts: Sequence[Draft], source: Source, set_up: SetUp) -> None:
    """New enquiries with their matters. ``source`` must have no enquiries yet: it is how their keys are found again."""
    number_drafts(drafts)
    municipality = current_id()
    received = {draft.state["received_on"] for draft in drafts}
    mandates = {day: set_up.mandate_on(day) for day in received}
    rows = (_enquiry_row(draft, mandates[draft.state["received_on"]], source.pk, municipality) for draft in drafts)
    insert_rows(Enquiry, ENQUIRY_COLUMNS, rows)
    keys = {
        (number, year): pk
        for pk, number, year in Enquiry.objects.filter(source=source).order_by().values_list("pk", "number", "year")
    }
    insert_rows(
        Matter,
        MATTER_COLUMNS,
        (
            (municipality, keys[draft.number], position, FOLLOW_ON if position > 1 else MAIN, *_matter_codes(matter))
            for draft in drafts
            if draft.number
            for position, matter in enumerate(draft.state["matters"], start=1)
        ),
    )


def write_changes(pairs: Sequence[Pair], set_up: SetUp, by: User | None) -> None:
    """Changes field by field, and what the file said as the base of the next comparison."""
    touched = [pair for pair in pairs if pair.changes or _is_news(pair)]
    days = _Days()
    for start in range(0, len(touched), PIECE):
        piece = touched[start : start + PIECE]
        rows = Enquiry.objects.in_bulk([pair.known.pk for pair in piece])
        for pair in piece:
            _change(rows[pair.known.pk], pair, set_up, days)
        changed = [rows[pair.known.pk] for pair in piece]
        Enquiry.objects.bulk_update(changed, UPDATED, batch_size=200)
        for pair in piece:
            if any(name.startswith("matters") for name in pair.changes):
                _rewrite_matters(rows[pair.known.pk], merged(pair)["matters"])
    _log([pair for pair in touched if pair.changes], set_up, by)


UPDATED = (
    "received_on", "finished_on", "closed_on", "events_on", "first_channel", "primary_channel", "type", "enquirer",
    "anonymous", "within_mandate", "open_advice", "mandate", "import_key", "imported_state", "version",
)  # fmt: skip


class _Days(dict[str | None, date | None]):
    """ISO text to a day, each text read once."""

    def __missing__(self, text: str | None) -> date | None:
        self[text] = day = date.fromisoformat(text) if text else None
        return day


def _values(state: State, days: _Days) -> dict[str, Any]:
    return {
        f"{name}_id" if name in NAMED else name: days[value] if name in DAYS else value
        for name, value in state.items()
        if not name.startswith("matters")
    }


def _enquiry_row(draft: Draft, mandate: int | None, source: int, municipality: int) -> tuple[Any, ...]:
    codes = BLANK_ENQUIRY | draft.state
    state = _encode(draft.state)
    fixed = (municipality, *(draft.number or ()), mandate, source, draft.key, state, True, False, 1)
    return (*fixed, *[codes[name] for name in BLANK_ENQUIRY])


def _matter_codes(state: State) -> list[Any]:
    codes = BLANK_MATTER | state
    return [codes[name] for name in BLANK_MATTER]


def _matter(enquiry: Enquiry, position: int, state: State) -> Matter:
    codes = {f"{name}_id" if name in ("department", "theme") else name: value for name, value in state.items()}
    return Matter(enquiry=enquiry, position=position, role=FOLLOW_ON if position > 1 else MAIN, **codes)


def _change(enquiry: Enquiry, pair: Pair, set_up: SetUp, days: _Days) -> None:
    changes = {name: after for name, (_before, after) in pair.changes.items()}
    for name, value in _values(changes, days).items():
        setattr(enquiry, name, value)
    if "received_on" in changes:
        enquiry.mandate_id = set_up.mandate_on(changes["received_on"])
    enquiry.imported_state = (pair.known.base or {}) | pair.draft.state
    enquiry.import_key = pair.draft.key
    enquiry.version += bool(changes)


def _rewrite_matters(enquiry: Enquiry, states: Sequence[State]) -> None:
    """Matters by position: one that stays keeps its row and what the file says nothing of."""
    known = {matter.position: matter for matter in enquiry.matters.all()}
    for position, state in enumerate(states, start=1):
        matter = known.pop(position, None)
        if matter is None:
            _matter(enquiry, position, state).save(force_insert=True)
            continue
        for name, value in state.items():
            setattr(matter, f"{name}_id" if name in ("department", "theme") else name, value)
        matter.save()
    for matter in known.values():
        matter.delete()


def _is_news(pair: Pair) -> bool:
    """Whether the file says something else than at the last import, though nothing is to be changed."""
    return pair.known.base != pair.draft.state or pair.known.key != pair.draft.key


def _log(changed: Sequence[Pair], set_up: SetUp, by: User | None) -> None:
    """One line for each changed enquiry: an edition that was published before lists them."""
    if not changed:
        return
    rows = Enquiry.objects.in_bulk([pair.known.pk for pair in changed])
    code = Municipality.objects.get(pk=rows[changed[0].known.pk].municipality_id).code
    lines = []
    for pair in changed:
        said = {name: [_told(name, one, set_up) for one in both] for name, both in pair.changes.items()}
        row, label = rows[pair.known.pk], pair.known.label
        lines.append(event("enquiry.imported", row, by=by, municipality=code, label=label, changes=said))
    record_many(lines)


def _told(name: str, value: Any, set_up: SetUp) -> Any:
    """A value as the log holds it: names for keys, and the number of matters for a list of them."""
    field = name.rsplit(".", 1)[-1]
    if isinstance(value, list):
        return len(value)
    is_key = field in (*NAMED, "department", "theme") and isinstance(value, int)
    return set_up.name_of(field, value) if is_key else value
