"""Large files are read and written by the worker."""

import io
import threading
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from ombud.casework.actions import imports as actions
from ombud.casework.models import Enquiry, ImportRun
from ombud.jobs.worker import work
from ombud.offices.models import Municipality
from ombud.reporting.actions import imports
from ombud.tenancy.scope import scope
from tests.cast import Cast

FILE = b"Sagsnr;Modtaget;Afdeling\n1/2024;03-04-2024;\xc3\x98vrige\n"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def queued(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


def start(municipality: Municipality) -> ImportRun:
    with scope(municipality):
        return actions.start(content=io.BytesIO(FILE), file_name="r.csv", kind="registrations", by=None)


def test_a_small_file_is_done_at_once(cast: Cast) -> None:
    run = start(cast.albertslund)
    with scope(cast.albertslund):
        assert imports.read_soon(run=run).state == ImportRun.State.READY
        assert imports.apply_soon(run=run, by=cast.bo).state == ImportRun.State.DONE
        assert Enquiry.objects.count() == 1


def test_a_large_file_waits_for_the_worker(cast: Cast, queued: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "LARGE", 10)
    run = start(cast.albertslund)
    with scope(cast.albertslund):
        assert imports.read_soon(run=run).state == ImportRun.State.READING
    work(until_empty=True)
    with scope(cast.albertslund):
        run.refresh_from_db()
        assert run.state == ImportRun.State.READY
        assert imports.apply_soon(run=run, by=cast.bo).state == ImportRun.State.WRITING
        with pytest.raises(ValidationError):
            imports.apply_soon(run=run, by=cast.bo)
        assert not Enquiry.objects.exists()
    work(until_empty=True)
    with scope(cast.albertslund):
        run.refresh_from_db()
        assert run.state == ImportRun.State.DONE
        assert Enquiry.objects.count() == 1


def test_the_worker_stops_when_told(db: None, queued: None) -> None:
    stop = threading.Event()
    stop.set()
    work(stop=stop)


def test_a_file_that_is_gone_is_said(cast: Cast) -> None:
    run = start(cast.albertslund)
    actions.throw_away(run.file)
    with scope(cast.albertslund), pytest.raises(ValidationError):
        imports.read_soon(run=run)
