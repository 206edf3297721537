"""Who and what a report must not name: gathered from every case the person may open, and kept nowhere.

Call it through actions.case_files.reading, which writes the line of the log first. Names come from the persons of the
cases, never from running text; there only numbers and addresses that have a form of their own are taken.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from ombud.casework.contents.sealing import FIELD
from ombud.casework.models import Enquiry
from ombud.casework.queries.case_files.rows import SOURCES, all_cases, rows_of
from ombud.core.identities.files import file_numbers_in
from ombud.core.identities.known import Identity, Kind, KnownIdentities
from ombud.core.identities.numbers import PHONE, has_form_of_phone, windows
from ombud.core.identities.patterns import mails_in
from ombud.privacy.keyring import Keyring

PARTICULARS = {
    "name": Kind.NAME, "cpr": Kind.CPR, "address": Kind.ADDRESS, "phone": Kind.PHONE, "mail": Kind.MAIL,
}  # fmt: skip
RUNNING_TEXT = frozenset(
    (
        "title", "text", "contact_note", "sentence", "scope", "to_whom", "withdrawal", "stood", "right", "why", "how",
        "description", "received_from",
    )
)  # fmt: skip
TELLING = re.compile(rb"@|\d\d[ ./-]?\d")
"""A first look over the bytes of a row: without one of these no number and no e-mail address stands in it."""
Taker = Callable[[str, dict[str, Any]], Iterator[Identity]]


def known_identities(keys: Keyring) -> KnownIdentities:
    """Every particular of every case of the municipality in scope that the keys open, and the office's own numbers.

    Cases that the person is shut out of are left out, as everywhere; another member's check has them.
    """
    opened = {str(case): seals for case, seals in keys.many_case_seals(all_cases()).items()}
    found: dict[Identity, None] = {}
    for noun in SOURCES:
        for case, row, sealed in rows_of(noun):
            if case not in opened:
                continue
            content = opened[case].unseal_bytes(noun, FIELD, row, sealed)
            if noun in ("party", "document") or TELLING.search(content):
                found.update(dict.fromkeys(_identities(noun, case, json.loads(content))))
    return KnownIdentities(tuple(found), _own_numbers())


def _identities(noun: str, case: str, data: dict[str, Any]) -> Iterator[Identity]:
    if noun == "party":
        for name, kind in PARTICULARS.items():
            if data.get(name):
                yield Identity(kind, data[name], case)
    if noun == "document" and data.get("name"):
        yield Identity(Kind.FILE_NAME, data["name"], case)
    for said in _running_text(data):
        yield from _in_text(said, case)


def _in_text(said: str, case: str) -> Iterator[Identity]:
    for _start, _end, mail in mails_in(said):
        yield Identity(Kind.MAIL, mail, case)
    for found in windows(said, PHONE):
        if has_form_of_phone(said, found):
            yield Identity(Kind.PHONE, found.digits, case)
    for number in file_numbers_in(said):
        yield Identity(Kind.FILE_NUMBER, number, case)


def _running_text(data: Any, name: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _running_text(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from _running_text(value, name)
    elif isinstance(data, str) and name in RUNNING_TEXT:
        yield data


def _own_numbers() -> frozenset[str]:
    numbered = Enquiry.objects.filter(number__isnull=False).order_by().values_list("number", "year")
    return frozenset(f"{number}/{year}" for number, year in numbered)
