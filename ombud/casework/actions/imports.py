"""An import from upload to done (issue 2, section 3)."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.importing.columns import ColumnError
from ombud.casework.importing.engine import AlreadyApplied, PlanChanged, why_not_written
from ombud.casework.importing.importer import Importer
from ombud.casework.importing.mapping import remember
from ombud.casework.importing.names import cpr_refusal
from ombud.casework.importing.personal import has_cpr_number
from ombud.casework.importing.preview import refusal
from ombud.casework.importing.problems import Problem
from ombud.casework.importing.progress import Report, RunProgress
from ombud.casework.importing.uploads import TooLarge, keep, throw_away
from ombud.casework.models import ImportRun, Source
from ombud.identity.models import User
from ombud.readers import Limits, Place, ReadError

State = ImportRun.State
OPEN = (State.UPLOADED, State.READING, State.READY, State.REFUSED)
DAYS_KEPT = 30
STUCK_AFTER = timedelta(minutes=30)
"""A run that has been writing for so long belongs to a process that is gone; its transaction was never made."""


def start(
    *, content: BinaryIO, file_name: str, kind: str, by: User | None, source: Mapping[str, str] | None = None
) -> ImportRun:
    """Take a file in. Raises ValidationError for one that is too large. ``source`` overrides what the registrations'
    source is called and warns of (``kind``, ``name``, ``caveat``, ``caveat_en``).
    """
    drop_old()
    try:
        file, digest = keep(content)
    except TooLarge:
        message = _("The file is larger than %(limit)d MB. Split it, or save only the sheet with the register.")
        raise ValidationError({"file": [message % {"limit": Limits().file_bytes // 1_000_000}]}) from None
    choices: dict[str, Any] = {"language": translation.get_language() or "da"}
    if source is not None:
        choices["source"] = dict(source)
    name = file_name.replace("\\", "/").rsplit("/", 1)[-1][-200:]
    if has_cpr_number(name):
        # The name is kept and printed as the source: a number of a person must not be.
        name = f"{_('File')}{Path(name).suffix}"
    try:
        with transaction.atomic():
            run: ImportRun = ImportRun.objects.create(
                kind=kind, file_name=name, file=file, digest=digest, by=by, choices=choices
            )
            _log("import.started", run, by)
    except BaseException:
        throw_away(file)
        raise
    return run


def read(*, run: ImportRun, importer: Importer, progress: Report | None = None) -> ImportRun:
    """Read the file and make the plan; the run is then ready, or refused with its problems. Writes no registration."""
    current = begin_reading(run=run)
    with translation.override(current.choices.get("language", "da")):
        try:
            plan = importer.plan(current, RunProgress(current, progress))
        except ReadError as error:
            columns = error.shown if isinstance(error, ColumnError) else ()
            message = cpr_refusal() if has_cpr_number(error.message) else error.message
            plan = refusal(Problem(error.place or Place(), message).as_json(), columns)
        except BaseException:
            _set(current, State.REFUSED, refusal(Problem(Place(), _("The file could not be read.")).as_json()))
            raise
    return _set(current, State.REFUSED if plan["problems"] else State.READY, plan)


@transaction.atomic
def begin_reading(*, run: ImportRun) -> ImportRun:
    """Show that the file is being read, also while it waits for its turn."""
    current = _open(run)
    current.state, current.done, current.total = State.READING, 0, 0
    current.save()
    return current


def choose(
    *,
    run: ImportRun,
    importer: Importer,
    columns: Mapping[str, str] | None = None,
    values: Mapping[str, Mapping[str, str]] | None = None,
    keep_hand_corrections: bool = True,
    overwrite: Sequence[str] = (),
    progress: Report | None = None,
) -> ImportRun:
    """Say what columns (heading -> field) and values (field -> value -> key, "none" for *not stated*) mean, and which
    hand corrections give way (ids of the plan). Both are remembered; the plan is made again.
    """
    decide(run=run, columns=columns, values=values, keep_hand_corrections=keep_hand_corrections, overwrite=overwrite)
    return read(run=run, importer=importer, progress=progress)


@transaction.atomic
def decide(
    *,
    run: ImportRun,
    columns: Mapping[str, str] | None = None,
    values: Mapping[str, Mapping[str, str]] | None = None,
    keep_hand_corrections: bool = True,
    overwrite: Sequence[str] = (),
) -> ImportRun:
    """The first half of ``choose``: remember the choices, without reading the file again."""
    current = _open(run)
    remember(current.kind, columns or {}, values or {})
    current.choices |= {"keep_hand_corrections": keep_hand_corrections, "overwrite": list(overwrite)}
    current.save()
    return current


def apply(*, run: ImportRun, importer: Importer, by: User | None, progress: Report | None = None) -> Source:
    """Do what the plan says: all or nothing, once. Raises ValidationError with the reason when it cannot be done; the
    run then has a new plan, or is as it was.
    """
    return write(run=claim(run=run), importer=importer, by=by, progress=progress)


@transaction.atomic
def claim(*, run: ImportRun) -> ImportRun:
    """The first half of ``apply``: take the run, so that a second click or a second process finds it taken."""
    current: ImportRun = ImportRun.objects.select_for_update().get(pk=run.pk)
    if current.state == State.REFUSED:
        raise ValidationError([_("The file has problems. Put them right and upload it again.")])
    if current.state != State.READY and not _is_stuck(current):
        raise ValidationError([_("This import is being written or is already done.")])
    current.choices |= {"claim": uuid.uuid4().hex, "claimed_at": timezone.now().isoformat()}
    current.state, current.done, current.total = State.WRITING, 0, 0
    current.save()
    return current


def write(*, run: ImportRun, importer: Importer, by: User | None, progress: Report | None = None) -> Source:
    """The second half of ``apply``, for the run as ``claim`` returned it. What stopped it is ``plan["notice"]``."""
    try:
        with translation.override(run.choices.get("language", "da")):
            return importer.apply(run, by, RunProgress(run, progress))
    except AlreadyApplied as error:
        raise ValidationError([why_not_written(error)]) from None
    except (PlanChanged, ReadError) as error:
        reason = why_not_written(error) if isinstance(error, PlanChanged) else error.message
        _set(run, State.READY, run.plan)
        again = read(run=run, importer=importer, progress=progress)
        _set(again, again.state, again.plan | {"notice": reason})
        raise ValidationError([reason]) from None
    except BaseException:
        _set(run, State.READY, run.plan | {"notice": _("Something went wrong. Nothing was written.")})
        raise


@transaction.atomic
def drop(*, run: ImportRun, by: User | None) -> None:
    """Give the import up. The file and what was found in it are gone."""
    current: ImportRun = ImportRun.objects.select_for_update().get(pk=run.pk)
    if current.state in (State.DONE, State.DROPPED):
        return
    if current.state == State.WRITING and not _is_stuck(current):
        raise ValidationError([_("This import is being written or is already done.")])
    _drop(current)
    _log("import.dropped", current, by)


@transaction.atomic
def drop_old() -> None:
    """Drop the runs that nobody came back to."""
    earliest = timezone.now() - timedelta(days=DAYS_KEPT)
    for run in ImportRun.objects.select_for_update().filter(made_at__lt=earliest, state__in=[*OPEN, State.WRITING]):
        _drop(run)
        _log("import.dropped", run, None)


def _drop(run: ImportRun) -> None:
    """Problems hold values of the file, so they go with it."""
    file = run.file
    run.state, run.ended_at, run.file = State.DROPPED, timezone.now(), ""
    run.plan = {"counts": run.plan.get("counts", {})}
    run.save()
    transaction.on_commit(lambda: throw_away(file))


def _open(run: ImportRun) -> ImportRun:
    current: ImportRun = ImportRun.objects.select_for_update().get(pk=run.pk)
    if current.state not in OPEN:
        raise ValidationError([_("This import is being written or is already done.")])
    return current


def _is_stuck(run: ImportRun) -> bool:
    claimed = run.choices.get("claimed_at")
    if run.state != State.WRITING or not claimed:
        return False
    return timezone.now() - datetime.fromisoformat(claimed) > STUCK_AFTER


@transaction.atomic
def _set(run: ImportRun, state: str, plan: dict[str, Any]) -> ImportRun:
    """Put a run into a state, unless it was dropped or done meanwhile."""
    current: ImportRun = ImportRun.objects.select_for_update().get(pk=run.pk)
    if current.state not in (State.DONE, State.DROPPED):
        current.state, current.plan = state, plan
        current.done = current.total = plan.get("rows", 0)
        current.save()
    return current


def _log(action: str, run: ImportRun, by: User | None) -> None:
    record(action, run, by=by, municipality=run.municipality.code, label=run.kind)
