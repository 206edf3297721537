"""The log-in library's forms with the house's limits and words. Settings name them in ACCOUNT_FORMS and MFA_FORMS."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as second_factor
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ombud.identity import limits
from ombud.identity.adapter import WAIT, AccountAdapter, address_of
from ombud.identity.letters import ask_for_link


class Login(account.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail")
        # A passkey may be offered by the browser where the address is typed.
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"


class ChangePassword(account.ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_new_password(self.fields)
        self.fields["oldpassword"].label = _("Present password")

    def clean_oldpassword(self) -> str:
        """Guessing here costs the same tries as guessing at the door."""
        taken = limits.take(limits.PASSWORD, self.user.email)
        if taken is None:
            raise ValidationError(WAIT)
        password: str = super().clean_oldpassword()
        limits.give_back(taken)
        return password


class SetPassword(account.SetPasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_new_password(self.fields)


class NewPassword(account.ResetPasswordKeyForm):  # type: ignore[misc]
    """Behind the link of a mail, or one that was handed over."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_new_password(self.fields)


class ForgottenPassword(account.ResetPasswordForm):  # type: ignore[misc]
    """Asks for a link. Whether there is an account is found out later, by the worker: nothing here depends on it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        by_address = limits.take(limits.LINK_ADDRESS, address_of(context.request))
        if by_address is None or limits.take(limits.LINK, email) is None:
            raise ValidationError(_("There have been too many attempts. Wait fifteen minutes, then try again."))
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email: str = self.cleaned_data["email"]
        ask_for_link(email, request)
        return email


class _CountedCode(forms.Form):
    """A code that is counted before it is looked at, and works once."""

    user: AbstractBaseUser

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code")

    def clean_code(self) -> str:
        taken = limits.take(limits.CODE, str(self.user.pk))
        if taken is None:
            raise ValidationError(WAIT)
        code: str = super().clean_code()  # type: ignore[misc]
        authenticator = getattr(self, "authenticator", None)
        if authenticator is not None and authenticator.type == Authenticator.Type.TOTP:
            used = "".join(filter(str.isalnum, code))
            if limits.take(limits.USED_CODE, f"{self.user.pk} {used}") is None:
                raise AccountAdapter().validation_error("incorrect_code")
        limits.give_back(taken)
        return code


class Authenticate(_CountedCode, second_factor.AuthenticateForm):  # type: ignore[misc]
    """The second step of logging in."""


class Reauthenticate(_CountedCode, second_factor.ReauthenticateForm):  # type: ignore[misc]
    """Before the second factor is changed."""


class ActivateApp(_CountedCode, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator app."""


class _ReadPasskey(forms.Form):
    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except ValidationError:
            raise ValidationError(_("The passkey could not be read. Try again, or log in another way.")) from None


class LogInByPasskey(_ReadPasskey, passkeys.LoginWebAuthnForm):  # type: ignore[misc]
    """At the door, instead of a password."""


class AuthenticateByPasskey(_ReadPasskey, passkeys.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """The second step of logging in."""


class ReauthenticateByPasskey(_ReadPasskey, passkeys.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """Before the second factor is changed."""


class AddPasskey(passkeys.AddWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("What you call it")
        self.fields["name"].max_length = 60
        self.fields["passwordless"].label = _("Log in with it alone, without a password")
        self.fields["passwordless"].help_text = _("The device then asks for a fingerprint, a face or a PIN.")


class RenamePasskey(passkeys.EditWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(label=_("What you call it"), max_length=60)


def _say_new_password(fields: dict[str, forms.Field]) -> None:
    fields["password1"].label = _("New password")
    fields["password2"].label = _("New password once more")
