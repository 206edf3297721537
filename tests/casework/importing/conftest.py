"""Importing a text as a file, the way a page or the command line does it."""

import io
from collections.abc import Callable
from typing import Any

import pytest

from ombud.casework.actions.imports import apply, read, start
from ombud.casework.importing.registrations import Registrations
from ombud.casework.models import ImportRun
from ombud.offices.models import Municipality

Upload = Callable[..., ImportRun]


@pytest.fixture
def upload(in_albertslund: Municipality) -> Upload:
    """Upload and plan; text becomes utf-8, bytes go as they are."""

    def upload(content: str | bytes, file_name: str = "register.csv", importer: Any = None) -> ImportRun:
        data = content.encode() if isinstance(content, str) else content
        chosen = importer or Registrations()
        run = start(content=io.BytesIO(data), file_name=file_name, kind=chosen.kind, by=None)
        return read(run=run, importer=chosen)

    return upload


@pytest.fixture
def bring_in(upload: Upload) -> Upload:
    """Upload, plan and apply."""

    def bring_in(content: str | bytes, file_name: str = "register.csv", importer: Any = None) -> ImportRun:
        run = upload(content, file_name, importer)
        assert run.state == ImportRun.State.READY, run.plan["problems"][:3]
        apply(run=run, importer=importer or Registrations(), by=None)
        run.refresh_from_db()
        return run

    return bring_in
