"""Figures of earlier years as they were published, with their source and caveat (R281)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.importing.cells import Once, Read, Trouble, count, day, short_text
from ombud.casework.importing.comparison import Comparison, Draft, Known, Pair, State, compare
from ombud.casework.importing.engine import RegisterImporter
from ombud.casework.importing.fields import Field
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.pairing import FileWins
from ombud.casework.importing.problems import Problem
from ombud.casework.importing.progress import Report
from ombud.casework.importing.table import Table
from ombud.casework.models import Source
from ombud.core.dates import date_text
from ombud.identity.models import User
from ombud.reporting.models import Aggregate

FIELDS = (
    Field("starts_on", gettext_lazy("From"), ("Fra", "Fra og med", "From", "Start"), required=True),
    Field("ends_on", gettext_lazy("Until and including"), ("Til", "Til og med", "To", "Until", "Slut"), required=True),
    Field("unit", gettext_lazy("Unit"), ("Enhed", "Unit"), required=True),
    Field("dimension", gettext_lazy("Dimension"), ("Dimension", "Fordeling"), required=True),
    Field("value", gettext_lazy("Value"), ("Værdi", "Value", "Kategori"), required=True),
    Field("count", gettext_lazy("Count"), ("Antal", "Count", "Number"), required=True),
    Field("source", gettext_lazy("Source"), ("Kilde", "Source"), required=True),
    Field("caveat", gettext_lazy("Caveat"), ("Forbehold", "Caveat", "Bemærkning", "Note")),
)
IDENTITY = ("starts_on", "ends_on", "unit", "dimension", "value")
LENGTHS = {"unit": 60, "dimension": 80, "value": 200, "source": 300, "caveat": 4000}
DAYS = ("starts_on", "ends_on")
OPTIONAL = ("value", "caveat")


class Aggregates(RegisterImporter):
    """A figure is known by its period, unit, dimension and value; the file always wins."""

    kind = "aggregates"
    fields = FIELDS

    def parse(self, table: Table, values: dict[str, dict[str, str]], progress: Report) -> Parsed:
        parsed, seen = Parsed([]), dict[str, int]()
        readers: dict[str, Read] = dict.fromkeys(DAYS, day(table.date1904)) | {"count": count}
        readers |= {name: short_text(most) for name, most in LENGTHS.items()}
        columns = [(name, heading, Once(readers[name])) for name, heading in table.places.items()]
        for row, cells in table.rows:
            state: State = {name: once[cells[heading]] for name, heading, once in columns}
            reasons = _reasons(state) or _comes_again(state, row, seen)
            for name, trouble in reasons.items():
                place = table.place(row, name)
                parsed.problems.add(Problem(place, trouble.message, trouble.value))
            if not reasons:
                parsed.drafts.append(Draft(state, row, key=_key(state)))
        progress(len(table.rows), len(table.rows))
        return parsed

    def compare(self, drafts: Sequence[Draft], file_wins: FileWins) -> Comparison:
        fields = list(drafts[0].state) if drafts else []
        known = {one.key: one for one in (_known(row, fields) for row in Aggregate.objects.all())}
        result = Comparison([], [], [])
        for draft in drafts:
            found = known.get(draft.key)
            if found is None:
                result.new.append(draft)
            else:
                result.pairs.append(compare(draft, found, file_wins=True))
        return result

    def write_new(self, drafts: Sequence[Draft], source: Source) -> None:
        Aggregate.objects.bulk_create([Aggregate(**_values(draft.state)) for draft in drafts])

    def write_pairs(self, pairs: Sequence[Pair], by: User | None) -> None:
        for pair in pairs:
            if pair.changes:
                figure: Aggregate = Aggregate.objects.get(pk=pair.known.pk)
                for name, (_before, after) in pair.changes.items():
                    setattr(figure, name, after)
                figure.save()
                code = figure.municipality.code
                record(
                    "aggregate.changed", figure, by=by, municipality=code, label=pair.known.label, changes=pair.changes
                )

    def label(self, draft: Draft) -> str:
        return _label(draft.state)

    def said(self, name: str, value: Any) -> str:
        if name in DAYS and value:
            return date_text(date.fromisoformat(value), get_language() or "da")
        return str(value)


def _reasons(state: State) -> dict[str, Trouble]:
    found = {name: value for name, value in state.items() if isinstance(value, Trouble)}
    for name, value in state.items():
        if name not in OPTIONAL and value in ("", None):
            found[name] = Trouble(_("The cell is empty."))
    if not found and state["ends_on"] < state["starts_on"]:
        found["ends_on"] = Trouble(_("The last day is before the first day."))
    return found


def _comes_again(state: State, row: int, seen: dict[str, int]) -> dict[str, Trouble]:
    first = seen.setdefault(_key(state), row)
    if first == row:
        return {}
    message = _("The same period, unit, dimension and value are in row %(row)d as well.")
    return {"value": Trouble(message % {"row": first})}


def _key(state: State) -> str:
    return "\x1f".join(state[name] for name in IDENTITY)


def _known(row: Aggregate, fields: Sequence[str]) -> Known:
    whole = {name: getattr(row, name) for name in (*IDENTITY, *fields)}
    state = {name: value.isoformat() if isinstance(value, date) else value for name, value in whole.items()}
    known = {name: state[name] for name in fields}
    return Known(row.pk, _label(state), known, known, _key(state))


def _label(state: State) -> str:
    language = get_language() or "da"
    first, last = (date_text(date.fromisoformat(state[name]), language) for name in DAYS)
    return f"{first} – {last}, {state['unit']}, {state['dimension']} {state['value']}".strip()


def _values(state: State) -> dict[str, Any]:
    return {name: date.fromisoformat(value) if name in DAYS else value for name, value in state.items()}
