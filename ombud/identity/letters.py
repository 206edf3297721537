"""Mails about an account. They are sent by the worker, so that asking for one takes the same time for everybody."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.http import int_to_base36
from django.utils.translation import gettext as _
from django_tasks import task

from ombud.identity.models import User

NOBODY = 0


def ask_for_link(email: str, request: HttpRequest) -> None:
    """A link for a new password is on its way, if there is an account; the same is done here if there is none."""
    found = User.objects.filter(email=email.strip().lower(), is_active=True).values_list("pk", flat=True).first()
    send_link.enqueue(found or NOBODY, request.build_absolute_uri("/"), translation.get_language())


@task()
def send_link(user_pk: int, site: str, language: str) -> None:
    """Mail the link to the person with this key; nothing for ``NOBODY`` and for a closed account."""
    user = User.objects.filter(pk=user_pk, is_active=True).first()
    if user is None:
        return
    with translation.override(language):
        said = {"user": user, "address": site.rstrip("/") + path_of_link(user), "hours": hours_of_link()}
        text = render_to_string("account/email/link.txt", said)
        send_mail(_("Ombud: choose a new password"), text, settings.DEFAULT_FROM_EMAIL, [user.email])


def path_of_link(user: User) -> str:
    """Where this person chooses a password: works once, until the next log-in, and for a day at most."""
    # As it is stored now: the token ends with the next log-in, also one that this object does not know of.
    stored = User.objects.get(pk=user.pk)
    place = {"uidb36": int_to_base36(user.pk), "key": default_token_generator.make_token(stored)}
    return reverse("account_reset_password_from_key", kwargs=place)


def hours_of_link() -> int:
    """How long a link works, in whole hours."""
    return int(settings.PASSWORD_RESET_TIMEOUT // 3600)
