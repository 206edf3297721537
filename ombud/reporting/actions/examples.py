"""The reconstructed example register: the published margins with the rest drawn at random."""

from django.core.exceptions import ValidationError

from ombud.casework.actions import imports
from ombud.casework.models import ImportRun, Source
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.offices.queries.profiles import SHIPPED
from ombud.reporting.importing import IMPORTERS
from ombud.tenancy.scope import scope

KINDS = ("registrations", "appeals")
CAVEAT = (
    "Eksempelregister: afdelinger, temaer og antal følger den offentliggjorte beretning. Datoer, henvendelsesformer, "
    "typer og hvilken sag der er hovedsag, er trukket tilfældigt inden for de offentliggjorte tal."
)
CAVEAT_EN = (
    "Example register: departments, themes and totals follow the published report. Dates, channels, types and which "
    "matter is the main one are drawn at random within the published figures."
)


class NoExample(LookupError):
    """No example register ships for this municipality."""


def has_example(municipality: Municipality) -> bool:
    """Whether an example register ships for the municipality."""
    return (SHIPPED / "examples" / f"{municipality.code}-registrations.csv").is_file()


def load_example(*, municipality: Municipality, by: User | None) -> dict[str, dict[str, int]]:
    """Import the example registers through the import itself; again, it changes nothing. Returns the counts by kind.

    Raises NoExample, and ValidationError where the set-up no longer knows what the example says.
    """
    if not has_example(municipality):
        raise NoExample(municipality.code)
    with scope(municipality):
        return {kind: _load(municipality.code, kind, by) for kind in KINDS}


def _load(code: str, kind: str, by: User | None) -> dict[str, int]:
    path = SHIPPED / "examples" / f"{code}-{kind}.csv"
    said = {"kind": Source.Kind.EXAMPLE, "name": path.name, "caveat": CAVEAT, "caveat_en": CAVEAT_EN}
    with path.open("rb") as content:
        run = imports.start(content=content, file_name=path.name, kind=kind, by=by, source=said)
    run = imports.read(run=run, importer=IMPORTERS[kind])
    if run.state != ImportRun.State.READY:
        imports.drop(run=run, by=by)
        raise ValidationError([problem["said"] for problem in run.plan["problems"]])
    counts: dict[str, int] = run.plan["counts"]
    imports.apply(run=run, importer=IMPORTERS[kind], by=by)
    return counts
