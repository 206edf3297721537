"""What happens to an account stands in the log of every municipality the person serves, else in the common one."""

from datetime import date
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as second_factor
from allauth.mfa.models import Authenticator
from django.db import transaction

from ombud.audit.record import event, record_many
from ombud.identity.models import User
from ombud.offices.queries.memberships import municipalities_of


def connect() -> None:
    """Called when the program starts."""
    account.user_logged_in.connect(_logged_in)
    for signal in (account.password_changed, account.password_set, account.password_reset):
        signal.connect(_password_changed)
    second_factor.authenticator_added.connect(_added)
    second_factor.authenticator_removed.connect(_removed)


def _logged_in(sender: Any, user: User, **said: Any) -> None:
    if said.get("sociallogin"):
        _record("account.logged_in_by_service", user)
    else:
        _record("account.logged_in", user)


def _password_changed(sender: Any, user: User, **_: Any) -> None:
    _record("account.password_changed", user)


def _added(sender: Any, user: User, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        _record("account.second_factor_added", user)


def _removed(sender: Any, user: User, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        _record("account.second_factor_removed", user)


@transaction.atomic
def _record(action: str, user: User) -> None:
    codes = municipalities_of(user, on=date.today()).values_list("code", flat=True)
    record_many([event(action, user, by=user, municipality=code) for code in codes] or [event(action, user, by=user)])
