"""The secrets of second factors lie sealed in the database, under a key that the system secret gives.

They are no case: the installation must read them before anybody is logged in. Sealed, a copy of the database alone
does not give the codes of an authenticator app to whoever also guesses a password.
"""

import base64
import hashlib
import hmac

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.privacy.sealing.errors import CannotOpen
from ombud.privacy.sealing.place import Place
from ombud.privacy.sealing.texts import seal, unseal

PLACE = Place(office="", case="", table="authenticator", field="secret", row="")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("The code is wrong, or it has been used already."),
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(seal(_key(), text.encode(), PLACE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. ValidationError when the system secret has been changed since."""
        try:
            return unseal(_key(), base64.b64decode(encrypted_text), PLACE).decode()
        except (CannotOpen, ValueError):
            raise ValidationError(
                _("The second factor can no longer be read: the secret key of the installation has been changed.")
            ) from None

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        return _("Passkey %(number)d") % {"number": Authenticator.objects.filter(user=user, type=type).count() + 1}


def _key() -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), b"ombud: secrets of second factors", hashlib.sha256).digest()
