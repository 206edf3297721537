"""An import can be left, come back to, dropped, and is written once."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ombud.audit.models import Event
from ombud.casework.actions import imports
from ombud.casework.importing.registrations import Registrations
from ombud.casework.models import Enquiry, ImportRun, Source
from ombud.offices.models import Municipality
from ombud.tenancy.scope import scope
from tests.casework.importing.conftest import Upload

FILE = "Sagsnr;Modtaget;Afdeling\n1/2024;03-04-2024;Børn & Familie\n"


def uploads(settings: Any) -> list[Path]:
    folder = Path(settings.OMBUD_HOME) / "uploads"
    return list(folder.iterdir()) if folder.is_dir() else []


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> None:
    settings.OMBUD_HOME = tmp_path


def test_the_file_has_a_random_name_and_goes_when_the_run_is_done(
    upload: Upload, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    run = upload(FILE, "C:\\Borgere\\hemmeligt navn.csv")
    assert b"Modtaget" not in uploads(settings)[0].read_bytes()
    assert run.file_name == "hemmeligt navn.csv"
    assert [path.name for path in uploads(settings)] == [run.file]
    with django_capture_on_commit_callbacks(execute=True):
        imports.apply(run=run, importer=Registrations(), by=None)
    assert uploads(settings) == []
    run.refresh_from_db()
    assert (run.state, run.done, run.total) == (ImportRun.State.DONE, 1, 1)


def test_a_dropped_run_leaves_neither_file_nor_values(
    upload: Upload, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    run = upload(FILE.replace("Børn & Familie", "Hemmelig"))
    assert "Hemmelig" in str(run.plan)
    with django_capture_on_commit_callbacks(execute=True):
        imports.drop(run=run, by=None)
    run.refresh_from_db()
    assert run.state == ImportRun.State.DROPPED
    assert "Hemmelig" not in str(run.plan)
    assert uploads(settings) == []
    with pytest.raises(ValidationError):
        imports.read(run=run, importer=Registrations())


def test_old_runs_are_dropped_when_another_starts(upload: Upload) -> None:
    old = upload(FILE)
    ImportRun.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=31))
    upload(FILE)
    old.refresh_from_db()
    assert old.state == ImportRun.State.DROPPED


def test_a_run_is_written_once(upload: Upload) -> None:
    run = upload(FILE)
    imports.apply(run=run, importer=Registrations(), by=None)
    with pytest.raises(ValidationError):
        imports.apply(run=run, importer=Registrations(), by=None)
    assert Enquiry.objects.count() == 1
    assert Event.objects.filter(action="import.applied").count() == 1


def test_two_who_apply_at_the_same_moment_write_once(upload: Upload) -> None:
    """The second claims while the first is still reading; whoever lost the claim writes nothing."""
    run = upload(FILE)
    first = imports.claim(run=run)
    with pytest.raises(ValidationError):
        imports.claim(run=run)
    stale = ImportRun.objects.get(pk=run.pk)
    stale.choices |= {"claim": "somebody else"}
    with pytest.raises(ValidationError):
        imports.write(run=stale, importer=Registrations(), by=None)
    assert not Enquiry.objects.exists()
    imports.write(run=first, importer=Registrations(), by=None)
    assert Enquiry.objects.count() == 1


def test_a_register_that_changed_meanwhile_gives_a_new_preview(upload: Upload, bring_in: Upload) -> None:
    run = upload(FILE)
    bring_in(FILE)
    with pytest.raises(ValidationError):
        imports.apply(run=run, importer=Registrations(), by=None)
    run.refresh_from_db()
    assert run.state == ImportRun.State.READY
    assert run.plan["counts"]["unchanged"] == 1
    assert run.plan["notice"]
    assert Enquiry.objects.count() == 1


def test_an_accident_while_writing_leaves_nothing_behind(upload: Upload) -> None:
    run = upload(FILE)
    with (
        patch("ombud.casework.importing.engine.record", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        imports.apply(run=run, importer=Registrations(), by=None)
    assert not Enquiry.objects.exists()
    assert not Source.objects.exists()
    run.refresh_from_db()
    assert run.state == ImportRun.State.READY
    imports.apply(run=run, importer=Registrations(), by=None)
    assert Enquiry.objects.count() == 1


def test_a_run_left_by_a_dead_process_can_be_taken_again(upload: Upload) -> None:
    run = imports.claim(run=upload(FILE))
    run.choices["claimed_at"] = (timezone.now() - timedelta(hours=1)).isoformat()
    run.save()
    imports.apply(run=run, importer=Registrations(), by=None)
    assert Enquiry.objects.count() == 1


def test_a_run_belongs_to_its_municipality(upload: Upload, ishoej: Municipality) -> None:
    run = upload(FILE)
    with scope(ishoej), pytest.raises(ImportRun.DoesNotExist):
        imports.read(run=run, importer=Registrations())


def test_a_second_import_without_news_makes_no_source(bring_in: Upload) -> None:
    bring_in(FILE)
    bring_in(FILE)
    assert Source.objects.count() == 1


def test_progress_is_heard(upload: Upload) -> None:
    heard: list[tuple[int, int | None]] = []
    run = upload(FILE)
    imports.apply(run=run, importer=Registrations(), by=None, progress=lambda done, total: heard.append((done, total)))
    assert heard


def test_the_file_is_the_owners_alone_even_in_an_open_folder(upload: Upload, settings: Any) -> None:
    (settings.OMBUD_HOME / "uploads").mkdir(mode=0o755)
    upload(FILE)
    assert [oct(path.stat().st_mode & 0o777) for path in uploads(settings)] == ["0o600"]


@pytest.mark.parametrize("change", ["gone", "damaged", "another secret"])
def test_a_file_that_does_not_open_any_more_is_said_to_be_gone(upload: Upload, settings: Any, change: str) -> None:
    run = upload(FILE)
    (path,) = uploads(settings)
    if change == "gone":
        path.unlink()
    elif change == "damaged":
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    else:
        settings.SECRET_KEY = "another"
    again = imports.read(run=run, importer=Registrations())
    assert again.state == ImportRun.State.REFUSED
    assert "Læg den op igen." in str(again.plan)
