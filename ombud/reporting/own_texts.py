"""What people wrote in a draft: sealed under the office's key once it has one, and written and read here alone."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from ombud.offices.queries.municipalities import current_municipality
from ombud.privacy.actions.offices import has_office_key
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import Locked
from ombud.privacy.seals import Seals
from ombud.reporting.models import Explanation, Report, ReportSection
from ombud.reporting.models.sealed_texts import SealedTexts

TITLE_PAGE = ("title", "subtitle", "author", "place", "dated")
SECTION = ("title", "text")
EXPLANATION = ("text",)
FIELD = "texts"

Row = Report | ReportSection | Explanation
Standing = Mapping[str, frozenset[str]]
"""For each field the texts that are nobody's own."""


def is_sealing() -> bool:
    """Whether what is written in the municipality in scope is sealed: its office has a key."""
    return has_office_key(current_municipality().code)


def seals_of(keys: Keyring | None) -> Seals:
    """What opens the office's drafts. Raises Locked without keys, NoAccess when they are not this office's."""
    if keys is None:
        raise Locked
    return keys.office_seals(current_municipality().code)


def read_texts(row: Row, keys: Keyring | None) -> dict[str, str]:
    """The row's texts. Raises Locked and NoAccess, and Damaged when they are not this row's."""
    texts = {name: getattr(row, name) for name in _names(row)}
    return texts | unsealed(row, keys) if row.sealed else texts


def put_texts(row: Row, texts: Mapping[str, str], standing: Standing, keys: Keyring | None) -> bool:
    """Set the row's texts, to be saved by the caller. True when some of them were sealed.

    A text that is not a standing one is sealed once the office has a key. Raises Locked and NoAccess.
    """
    own = own_texts(texts, standing)
    if own and is_sealing():
        seal_into(row, own, keys)
    else:
        own, row.sealed = {}, b""
    for name in _names(row):
        setattr(row, name, "" if name in own else texts.get(name, ""))
    return bool(own)


def own_texts(texts: Mapping[str, str], standing: Standing) -> dict[str, str]:
    """Those that somebody has written."""
    return {name: text for name, text in texts.items() if text and text not in standing.get(name, ())}


def seal_into(row: SealedTexts, content: Mapping[str, Any], keys: Keyring | None) -> None:
    """Put the content into the row's ``sealed``, bound to this very row."""
    row.sealed_id = row.sealed_id or uuid4()
    row.sealed = seals_of(keys).seal(_table(row), FIELD, str(row.sealed_id), json.dumps(content, ensure_ascii=False))


def unsealed(row: SealedTexts, keys: Keyring | None) -> dict[str, Any]:
    """What ``seal_into`` sealed in this row."""
    content: dict[str, Any] = json.loads(seals_of(keys).unseal(_table(row), FIELD, str(row.sealed_id), row.sealed))
    return content


def _names(row: Row) -> tuple[str, ...]:
    if isinstance(row, Explanation):
        return EXPLANATION
    return TITLE_PAGE if isinstance(row, Report) else SECTION


def _table(row: SealedTexts) -> str:
    return str(row._meta.model_name)
