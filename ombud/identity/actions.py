"""Making an account. What it may do is a membership, appointed in offices."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.identity.models import User


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
