"""Every address of the site with who may open it. A new address needs a row here: ``test_access`` asks for it."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.house.world import House

OPEN: dict[str, dict[str, Any]] = {
    "account_login": {}, "account_inactive": {}, "account_signup": {}, "account_reset_password": {},
    "account_reset_password_done": {}, "account_reset_password_from_key": {"uidb36": "1", "key": "no-such-key"},
    "account_reset_password_from_key_done": {}, "choose-language": {}, "account-single-sign-on": {},
    "account-single-sign-on-return": {}, "mfa_authenticate": {}, "mfa_login_webauthn": {},
}  # fmt: skip
"""Pages without log-in."""

OWN: dict[str, dict[str, Any]] = {
    "home": {}, "account_logout": {}, "account_reauthenticate": {}, "account_change_password": {},
    "account_set_password": {}, "welcome": {}, "welcome-shipped": {}, "welcome-example": {},
    "welcome-step": {"name": "name"}, "account-index": {}, "account-sessions": {}, "mfa_index": {},
    "mfa_reauthenticate": {}, "mfa_activate_totp": {}, "mfa_deactivate_totp": {}, "mfa_view_recovery_codes": {},
    "mfa_generate_recovery_codes": {}, "mfa_list_webauthn": {}, "mfa_add_webauthn": {},
    "mfa_reauthenticate_webauthn": {}, "mfa_edit_webauthn": {"pk": 1}, "mfa_remove_webauthn": {"pk": 1},
    "unlock": {}, "secrecy": {}, "keys-own": {}, "keys-lock": {}, "keys-state": {}, "keys-stay": {},
    "keys-passphrase": {}, "keys-recover": {}, "keys-code": {}, "keys-sheet": {"kind": "code"}, "keys-kept": {},
    "keys-kept-remove": {},
}  # fmt: skip
"""Pages of whoever is logged in, without a municipality."""

PLAIN: dict[str, dict[str, Any]] = {
    "overview": {}, "office-index": {}, "office-facts": {}, "office-small-counts": {}, "office-profile": {},
    "office-merge": {},
    "office-mandate": {}, "office-taxonomy": {}, "office-list": {"noun": "departments"},
    "office-new": {"noun": "departments"}, "enquiries-list": {}, "enquiries-new": {}, "enquiries-mandate": {},
    "tallies-add": {}, "appeals-list": {}, "appeals-new": {}, "imports-list": {}, "imports-new": {},
    "imports-template": {"kind": "registrations"}, "statistics-index": {}, "statistics-table": {"name": "themes"},
    "statistics-hidden": {"name": "themes"}, "statistics-why": {"name": "themes", "cell": "0000000000000000"},
    "statistics-file": {"name": "themes"}, "definitions-list": {}, "definitions-new": {"kind": "table"},
    "definitions-correct": {"kind": "table", "name": "themes"}, "aggregates-list": {}, "reports-list": {},
    "reports-new": {}, "reports-template": {}, "members-list": {}, "members-new": {}, "editions-list": {},
    "keys-people": {}, "keys-rotate": {}, "keys-kit": {}, "keys-rescue": {}, "keys-begin": {}, "keys-note": {},
    "keys-anew": {},
    "keys-begin-step": {"name": "why"}, "log-list": {}, "log-search": {}, "log-citizen": {}, "log-control": {},
    "cases-list": {}, "cases-recognise": {}, "inbox-list": {}, "editing-seen": {"noun": "enquiry", "row": "1"},
}  # fmt: skip
"""Pages of a municipality that name no row."""

KEYED: dict[str, dict[str, str]] = {
    "keys-grant": {"pk": "person"}, "keys-withdraw": {"pk": "person"}, "keys-handover": {"pk": "person"},
    "keys-renew": {"pk": "person"},
    "members-correct": {"pk": "membership"}, "members-account": {"pk": "membership"},
    "members-seen": {"pk": "membership"},
    "office-split": {"pk": "department"}, "office-move": {"pk": "department"}, "office-define": {"pk": "type"},
    "office-themes": {"pk": "taxonomy"}, "office-retire": {"pk": "theme"}, "office-map": {"pk": "theme"},
    "office-correct": {"noun": "=departments", "pk": "department"},
    "office-remove": {"noun": "=departments", "pk": "department"},
    "enquiries-correct": {"pk": "enquiry"}, "enquiries-remove": {"pk": "enquiry"},
    "enquiries-contact": {"pk": "enquiry"},
    "enquiries-contact-remove": {"pk": "enquiry", "contact_pk": "contact"},
    "appeals-correct": {"pk": "decision"}, "appeals-remove": {"pk": "decision"},
    "imports-show": {"pk": "run"}, "imports-problems": {"pk": "run"}, "aggregates-correct": {"pk": "figure"},
    "reports-show": {"pk": "report"}, "reports-correct": {"pk": "report"}, "reports-publish": {"pk": "report"},
    "reports-explain": {"pk": "report"}, "reports-verdict": {"pk": "report"}, "reports-protection": {"pk": "report"},
    "reports-answer": {"pk": "report"},
    "reports-why": {"pk": "report", "cell": "=0000000000000000"},
    "reports-remove": {"pk": "report"}, "reports-file": {"pk": "report", "kind": "=html"},
    "sections-new": {"pk": "report"}, "sections-correct": {"pk": "report", "key": "section"},
    "sections-arrange": {"pk": "report", "key": "section"}, "editions-show": {"pk": "edition"},
    "editions-publish": {"pk": "frozen"}, "editions-file": {"pk": "edition", "kind": "=html"},
    "log-check": {"pk": "control"}, "cases-new": {"enquiry": "enquiry"}, "cases-show": {"case": "case"},
    "cases-title": {"case": "case"}, "cases-note-new": {"case": "case"}, "cases-party-new": {"case": "case"},
    "cases-note": {"case": "case", "part": "note"}, "cases-party": {"case": "case", "part": "party"},
    "cases-cpr": {"case": "case", "part": "party"}, "cases-party-remove": {"case": "case", "part": "party"},
    "cases-relate": {"case": "case"}, "cases-conflict": {"case": "case"}, "cases-erase": {"case": "case"},
    "cases-anonymised": {"case": "case"},
    "cases-print": {"case": "case"}, "cases-consent-new": {"case": "case"}, "cases-disclose": {"case": "case"},
    "cases-rectify": {"case": "case"}, "cases-consent": {"case": "case", "part": "consent"},
    "cases-consent-withdraw": {"case": "case", "part": "consent"},
    "cases-consent-print": {"case": "case", "part": "consent"},
    "cases-disclosure": {"case": "case", "part": "disclosure"},
    "cases-disclosure-archive": {"case": "case", "part": "disclosure"},
    "cases-rectification": {"case": "case", "part": "rectification"},
    "cases-rectification-print": {"case": "case", "part": "rectification"},
    "inbox-show": {"item": "letter"}, "inbox-aside": {"item": "letter"},
    "cases-document-new": {"case": "case"}, "cases-document": {"case": "case", "document": "document"},
    "cases-document-file": {"case": "case", "document": "document"},
    "cases-document-preview": {"case": "case", "document": "document", "page": "=0"},
    "cases-document-remove": {"case": "case", "document": "document"},
}  # fmt: skip
"""Pages of one row: the key of the house that stands in the address, or a word after ``=``."""


def all_of(house: House) -> dict[str, str]:
    """Every address of the site by name, with the rows of the house."""
    loose = {name: reverse(name, kwargs=more) for name, more in (OPEN | OWN).items()}
    return loose | municipal(house, house)


def names() -> set[str]:
    """Every name the site's addresses have."""
    return {pattern.name or str(pattern.pattern) for pattern in _patterns(get_resolver().url_patterns)}


def _patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in found:
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns)
        else:
            yield one


def municipal(house: House, rows_of: House) -> dict[str, str]:
    """The addresses below a municipality's code, by name. With the rows of another only those that name a row."""
    code = house.municipality.code
    plain = {name: reverse(name, kwargs={"code": code} | more) for name, more in PLAIN.items()}
    keyed = {
        name: reverse(name, kwargs={"code": code} | {part: _value(wanted, rows_of) for part, wanted in parts.items()})
        for name, parts in KEYED.items()
    }
    return plain | keyed if house is rows_of else keyed


def _value(wanted: str, house: House) -> Any:
    return wanted[1:] if wanted.startswith("=") else house.keys[wanted]
