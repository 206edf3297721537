"""The sealed details of lines of the log, for whoever may open the cases they are about."""

import json
from collections.abc import Iterable
from typing import Any

from ombud.audit.models import Event
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import NoAccess

TABLE, FIELD = "event", "details"


def details_of(lines: Iterable[Event], keys: Keyring) -> dict[int, dict[str, Any]]:
    """Ids, codes and days by the line's primary key. Lines without details, of cases the person is shut out of, and of
    offices whose key the person does not hold are left out."""
    sealed = [line for line in lines if line.case is not None and line.details]
    allowed = keys.many_case_seals({line.case for line in sealed if line.case is not None})
    found: dict[int, dict[str, Any]] = {}
    for line in sealed:
        if line.case not in allowed:
            continue
        try:
            seals = keys.office_seals(line.municipality)
        except NoAccess:
            continue
        found[line.pk] = json.loads(seals.unseal(TABLE, FIELD, str(line.case), bytes(line.details)))
    return found
