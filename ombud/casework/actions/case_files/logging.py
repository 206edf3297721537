"""The line of the log that every act on a case file writes. It names the case by its random id, never a person."""

import json
from typing import Any

from ombud.audit.record import record_case
from ombud.casework.models import CaseFile
from ombud.casework.queries.case_files.log_details import FIELD, TABLE
from ombud.identity.models import User
from ombud.privacy.keyring import Keyring


def log(action: str, case: CaseFile, *, keys: Keyring, by: User, purpose: str = "", **details: Any) -> None:
    """``details`` are ids, codes and days that say which part of the case it was; they are sealed under the office key.

    ``purpose`` is a code of ombud.audit.purposes.
    """
    office = case.municipality.code
    sealed = b""
    if details:
        sealed = keys.office_seals(office).seal(TABLE, FIELD, str(case.pk), json.dumps(details))
    record_case(action, case=case.pk, by=by, municipality=office, purpose=purpose, details=sealed)


def log_list(action: str, *, municipality: str, by: User, purpose: str = "") -> None:
    """A look at many cases at once: one line, without what was looked for."""
    record_case(action, case=None, by=by, municipality=municipality, purpose=purpose)
