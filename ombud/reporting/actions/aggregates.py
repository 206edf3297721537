"""Published figures of earlier years: shipped with a profile, corrected and removed by hand (R281)."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.actions import imports
from ombud.casework.models import ImportRun
from ombud.identity.models import User
from ombud.offices.queries.municipalities import current_municipality
from ombud.offices.queries.profiles import SHIPPED
from ombud.reporting.models import Aggregate

FIELDS = ("starts_on", "ends_on", "unit", "dimension", "value", "count", "source", "caveat")


def load_shipped_figures(*, code: str, by: User | None) -> None:
    """Import what the municipality published, where the program ships it, through the import itself."""
    for path in sorted((SHIPPED / "aggregates").glob(f"{code}-*.csv")):
        from ombud.reporting.importing import importer_of

        with path.open("rb") as content:
            run = imports.start(content=content, file_name=path.name, kind="aggregates", by=by)
        imports.read(run=run, importer=importer_of("aggregates"))
        run.refresh_from_db()
        if run.state != ImportRun.State.READY:
            raise ValidationError([problem["message"] for problem in run.plan.get("problems", [])])
        imports.apply(run=run, importer=importer_of("aggregates"), by=by)


@transaction.atomic
def change_figure(*, figure: Aggregate, by: User | None, **fields: Any) -> Aggregate:
    """Correct a published figure. Raises ValidationError with field keys."""
    before = {name: getattr(figure, name) for name in FIELDS}
    for name, value in fields.items():
        if name not in FIELDS:
            raise TypeError(f"A published figure has no field {name}")
        setattr(figure, name, value)
    _check(figure)
    figure.save()
    after = {name: getattr(figure, name) for name in FIELDS}
    changes = {name: [_plain(before[name]), _plain(after[name])] for name in FIELDS if before[name] != after[name]}
    record(
        "aggregate.changed",
        figure,
        by=by,
        municipality=current_municipality().code,
        label=_label(figure),
        changes=changes,
    )
    return figure


@transaction.atomic
def remove_figure(*, figure: Aggregate, by: User | None) -> None:
    """Take a published figure away; its content stays in the log."""
    changes = {name: [_plain(getattr(figure, name)), None] for name in FIELDS}
    record(
        "aggregate.removed",
        figure,
        by=by,
        municipality=current_municipality().code,
        label=_label(figure),
        changes=changes,
    )
    figure.delete()


def _check(figure: Aggregate) -> None:
    if figure.ends_on < figure.starts_on:
        raise ValidationError({"ends_on": _("The last day is before the first day.")})
    figure.full_clean(exclude=["municipality"])


def _label(figure: Aggregate) -> str:
    return f"{figure.starts_on}..{figure.ends_on} {figure.unit} {figure.dimension} {figure.value}".strip()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
