"""What each address needs: a reviewed table. An address without a row is refused (``desk.scope``), and a test fails.

``tests/claims/access.csv`` says what every role gets, locked and unlocked; change both together.
"""

from dataclasses import dataclass
from enum import Enum

from ombud.offices.roles import Permission as P


class Door(Enum):
    """How far into the house an address lies."""

    OPEN = "open to anyone"
    OWN = "for whoever is logged in"
    MUNICIPAL = "for those who serve the municipality"


@dataclass(frozen=True)
class Need:
    """``permission`` None: any role in the municipality. ``unlocked``: also the person's keys (``desk.unlocking``).

    ``once_sealed``: the keys too, as soon as the office has its own; before that nothing is sealed.
    """

    permission: P | None = None
    unlocked: bool = False
    once_sealed: bool = False
    door: Door = Door.MUNICIPAL


OPEN = Need(door=Door.OPEN)
OWN = Need(door=Door.OWN)
MEMBER = Need()
DRAFTS = Need(P.REPORTS, once_sealed=True)

ACCOUNT: dict[str, Need] = {
    "home": OWN,
    "choose-language": OPEN,
    "account_login": OPEN,
    "account_inactive": OPEN,
    "account_signup": OPEN,
    "account_reset_password": OPEN,
    "account_reset_password_done": OPEN,
    "account_reset_password_from_key": OPEN,
    "account_reset_password_from_key_done": OPEN,
    "account-single-sign-on": OPEN,
    "account-single-sign-on-return": OPEN,
    "mfa_authenticate": OPEN,
    "mfa_login_webauthn": OPEN,
    "account_logout": OWN,
    "account_reauthenticate": OWN,
    "account_change_password": OWN,
    "account_set_password": OWN,
    "account-index": OWN,
    "account-sessions": OWN,
    "mfa_index": OWN,
    "mfa_reauthenticate": OWN,
    "mfa_activate_totp": OWN,
    "mfa_deactivate_totp": OWN,
    "mfa_view_recovery_codes": OWN,
    "mfa_generate_recovery_codes": OWN,
    "mfa_list_webauthn": OWN,
    "mfa_add_webauthn": OWN,
    "mfa_reauthenticate_webauthn": OWN,
    "mfa_edit_webauthn": OWN,
    "mfa_remove_webauthn": OWN,
    "welcome": OWN,
    "welcome-shipped": OWN,
    "welcome-example": OWN,
    "welcome-step": OWN,
}
"""Log-in, one's own account, and beginning a municipality."""

OFFICE: dict[str, Need] = {
    "overview": MEMBER,
    "office-index": Need(P.SET_UP),
    "office-facts": Need(P.SET_UP),
    "office-small-counts": Need(P.SET_UP),
    "office-profile": Need(P.SET_UP),
    "office-merge": Need(P.SET_UP),
    "office-split": Need(P.SET_UP),
    "office-move": Need(P.SET_UP),
    "office-mandate": Need(P.SET_UP),
    "office-define": Need(P.SET_UP),
    "office-taxonomy": Need(P.SET_UP),
    "office-themes": Need(P.SET_UP),
    "office-retire": Need(P.SET_UP),
    "office-map": Need(P.SET_UP),
    "office-list": Need(P.SET_UP),
    "office-new": Need(P.SET_UP),
    "office-correct": Need(P.SET_UP),
    "office-remove": Need(P.SET_UP),
}

MEMBERS: dict[str, Need] = {
    "members-list": Need(P.MEMBERS),
    "members-new": Need(P.MEMBERS),
    "members-correct": Need(P.MEMBERS),
    "members-account": Need(P.MEMBERS),
    "members-seen": Need(P.CASES),
}

REGISTER: dict[str, Need] = {
    "editing-seen": Need(P.REGISTER),
    "enquiries-list": Need(P.REGISTER),
    "enquiries-new": Need(P.REGISTER),
    "enquiries-mandate": Need(P.REGISTER),
    "enquiries-correct": Need(P.REGISTER),
    "enquiries-remove": Need(P.REGISTER),
    "enquiries-contact": Need(P.REGISTER),
    "enquiries-contact-remove": Need(P.REGISTER),
    "tallies-add": Need(P.REGISTER),
    "appeals-list": Need(P.REGISTER),
    "appeals-new": Need(P.REGISTER),
    "appeals-correct": Need(P.REGISTER),
    "appeals-remove": Need(P.REGISTER),
    "imports-list": Need(P.REGISTER),
    "imports-new": Need(P.REGISTER),
    "imports-template": Need(P.REGISTER),
    "imports-show": Need(P.REGISTER),
    "imports-problems": Need(P.REGISTER),
}

NUMBERS: dict[str, Need] = {
    "statistics-index": Need(P.STATISTICS),
    "statistics-table": Need(P.STATISTICS),
    "statistics-file": Need(P.STATISTICS),
    "statistics-hidden": Need(P.STATISTICS),
    "statistics-why": Need(P.STATISTICS),
    "definitions-list": Need(P.DEFINITIONS),
    "definitions-new": Need(P.STATISTICS),
    "definitions-correct": Need(P.STATISTICS),
    "aggregates-list": Need(P.DEFINITIONS),
    "aggregates-correct": Need(P.STATISTICS),
}

REPORTS: dict[str, Need] = {
    "reports-list": DRAFTS,
    "reports-new": DRAFTS,
    "reports-template": Need(P.REPORTS),
    "reports-show": DRAFTS,
    "reports-correct": DRAFTS,
    "reports-publish": DRAFTS,
    "reports-explain": DRAFTS,
    "reports-answer": DRAFTS,
    "reports-verdict": DRAFTS,
    "reports-why": DRAFTS,
    "reports-protection": DRAFTS,
    "reports-remove": DRAFTS,
    "reports-file": DRAFTS,
    "sections-new": DRAFTS,
    "sections-correct": DRAFTS,
    "sections-arrange": DRAFTS,
    "editions-list": Need(P.EDITIONS),
    "editions-show": Need(P.EDITIONS),
    "editions-publish": DRAFTS,
    "editions-file": Need(P.EDITIONS),
}
"""Drafts are sealed once the office has its key. So is an edition before it is published: its page asks by itself."""

CASES: dict[str, Need] = {
    "cases-list": Need(P.CASES, unlocked=True),
    "cases-recognise": Need(P.CASES, unlocked=True),
    "inbox-aside": Need(P.CASES, unlocked=True),
    "inbox-show": Need(P.CASES, unlocked=True),
    "inbox-list": Need(P.CASES, unlocked=True),
    "cases-erase": Need(P.CASES, unlocked=True),
    "cases-anonymised": Need(P.CASES, unlocked=True),
    "cases-print": Need(P.CASES, unlocked=True),
    "cases-relate": Need(P.CASES, unlocked=True),
    "cases-conflict": Need(P.CASES, unlocked=True),
    "cases-rectification-print": Need(P.CASES, unlocked=True),
    "cases-rectification": Need(P.CASES, unlocked=True),
    "cases-rectify": Need(P.CASES, unlocked=True),
    "cases-disclosure-archive": Need(P.CASES, unlocked=True),
    "cases-disclosure": Need(P.CASES, unlocked=True),
    "cases-disclose": Need(P.CASES, unlocked=True),
    "cases-consent-print": Need(P.CASES, unlocked=True),
    "cases-consent-withdraw": Need(P.CASES, unlocked=True),
    "cases-consent": Need(P.CASES, unlocked=True),
    "cases-consent-new": Need(P.CASES, unlocked=True),
    "cases-new": Need(P.CASES, unlocked=True),
    "cases-show": Need(P.CASES, unlocked=True),
    "cases-title": Need(P.CASES, unlocked=True),
    "cases-document-new": Need(P.CASES, unlocked=True),
    "cases-document": Need(P.CASES, unlocked=True),
    "cases-document-file": Need(P.CASES, unlocked=True),
    "cases-document-preview": Need(P.CASES, unlocked=True),
    "cases-document-remove": Need(P.CASES, unlocked=True),
    "cases-note-new": Need(P.CASES, unlocked=True),
    "cases-note": Need(P.CASES, unlocked=True),
    "cases-party-new": Need(P.CASES, unlocked=True),
    "cases-party": Need(P.CASES, unlocked=True),
    "cases-cpr": Need(P.CASES, unlocked=True),
    "cases-party-remove": Need(P.CASES, unlocked=True),
}
"""Case files: ``Need(P.CASES, unlocked=True)``."""

KEYS: dict[str, Need] = {
    "unlock": OWN,
    "secrecy": OWN,
    "keys-own": OWN,
    "keys-lock": OWN,
    "keys-state": OWN,
    "keys-stay": OWN,
    "keys-passphrase": OWN,
    "keys-recover": OWN,
    "keys-code": Need(unlocked=True, door=Door.OWN),
    "keys-sheet": Need(unlocked=True, door=Door.OWN),
    "keys-kept": Need(unlocked=True, door=Door.OWN),
    "keys-kept-remove": Need(unlocked=True, door=Door.OWN),
    # The set-up begins before there is anything to unlock; its later steps ask by themselves.
    "keys-begin": Need(P.CASES),
    "keys-begin-step": Need(P.CASES),
    "keys-people": Need(P.CASES, unlocked=True),
    "keys-grant": Need(P.CASES, unlocked=True),
    "keys-withdraw": Need(P.CASES, unlocked=True),
    "keys-anew": Need(P.CASES),
    "keys-renew": Need(P.CASES, unlocked=True),
    "keys-handover": Need(P.CASES, unlocked=True),
    "keys-note": Need(P.CASES, unlocked=True),
    "keys-rotate": Need(P.CASES, unlocked=True),
    "keys-kit": Need(P.CASES, unlocked=True),
    "keys-rescue": Need(P.CASES, unlocked=True),
}
"""Unlocking, the recovery kit and who holds a key."""

LOG: dict[str, Need] = {
    "log-list": Need(P.LOG),
    "log-search": Need(P.CASES, unlocked=True),
    "log-citizen": Need(P.CASES, unlocked=True),
    "log-control": Need(P.CASES, unlocked=True),
    "log-check": Need(P.CASES, unlocked=True),
}
"""The bare lines, locked too; what is behind them only unlocked."""

NEEDS: dict[str, Need] = ACCOUNT | OFFICE | MEMBERS | REGISTER | NUMBERS | REPORTS | CASES | KEYS | LOG
