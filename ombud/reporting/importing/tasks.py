"""Reading and writing large files in the worker."""

from django_tasks import task

from ombud.casework.actions import imports
from ombud.casework.models import ImportRun
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.reporting.importing import IMPORTERS
from ombud.tenancy.scope import scope


@task()
def read_run(municipality: int, run_id: str) -> None:
    """Make the plan of a run."""
    with scope(Municipality.objects.get(pk=municipality)):
        run = ImportRun.objects.get(pk=run_id)
        if run.state == ImportRun.State.READING:
            imports.read(run=run, importer=IMPORTERS[run.kind])


@task()
def write_run(municipality: int, run_id: str, by: int | None) -> None:
    """Write a run that was claimed."""
    with scope(Municipality.objects.get(pk=municipality)):
        run = ImportRun.objects.get(pk=run_id)
        if run.state == ImportRun.State.WRITING:
            user = User.objects.filter(pk=by).first() if by is not None else None
            imports.write(run=run, importer=IMPORTERS[run.kind], by=user)
