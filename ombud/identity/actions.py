"""Making an account and taking its log-in away. What it may do is a membership, appointed in offices."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.identity import limits
from ombud.identity.letters import path_of_link
from ombud.identity.models import User
from ombud.identity.sessions import end_sessions


@transaction.atomic
def make_account(*, email: str, name: str, password: str | None = None) -> User:
    """A person who can log in; without a password nobody can until one is set.

    Raises ValidationError with field keys for an address that is none or is taken, an empty name and a weak password.
    """
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError({"email": error.messages}) from None
    if User.objects.filter(email=address).exists():
        raise ValidationError({"email": _("There is already an account with this address.")})
    if not name.strip():
        raise ValidationError({"name": _("The name is missing.")})
    if password is not None:
        try:
            validate_password(password, User(email=address, name=name))
        except ValidationError as error:
            raise ValidationError({"password": error.messages}) from None
    return User.objects.create_user(email=address, name=name.strip(), password=password)


def log_in_link(*, user: User) -> str:
    """The path of the page where this person chooses a password: works once and for a day. To be handed over."""
    return path_of_link(user)


@transaction.atomic
def reset_log_in(*, user: User) -> str:
    """Take away every way in and give a new one: the path of the page where the person chooses a password.

    The password, the second factor and the connection to the log-in service are gone, and all sessions end. It gives
    an identity and opens no case: who resets must also call ``privacy.actions.people.require_recovery``.
    """
    user.set_unusable_password()
    user.save(update_fields=["password"])
    Authenticator.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()
    end_sessions(user)
    limits.forget(limits.PASSWORD, user.email)
    limits.forget(limits.CODE, str(user.pk))
    return path_of_link(user)


class NotConnected(Exception):
    """No account takes this log-in. ``reason``: "unknown", or "other" when it belongs to another log-in already."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def connect_single_sign_on(*, email: str, issuer: str, subject: str) -> SocialAccount:
    """Tie the open account with this address to a log-in service's subject. An account has one subject of an issuer.

    Nothing is kept of the person but issuer and subject. Raises NotConnected.
    """
    user = User.objects.select_for_update().filter(email=email.strip().lower(), is_active=True).first()
    if user is None:
        raise NotConnected("unknown")
    if SocialAccount.objects.filter(user=user, provider=issuer).exists():
        raise NotConnected("other")
    return SocialAccount.objects.create(user=user, provider=issuer, uid=subject, extra_data={})
