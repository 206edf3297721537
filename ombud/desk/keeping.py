"""Nothing typed is lost: what is sent to a locked page, or after the session ended, waits sealed for its writer."""

from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from ombud.identity.submissions import FIELD as ONCE
from ombud.intake.actions import kept_forms
from ombud.privacy.actions.people import has_keys

MAKER = "kept_for"
"""The hidden field that says, signed, for whom a page was made (``templatetags.forms_once``)."""
SENT_AGAIN = "kept_form"
"""The hidden field of a kept form that is sent again: its name in the store."""
OWN_FIELDS = {"csrfmiddlewaretoken", ONCE, MAKER, SENT_AGAIN}
SIGNED_FOR = 7 * 24 * 3600
"""Seconds: how old a page may be whose form is still kept."""
SECRETS = {"keys-anew", "keys-begin-step", "keys-rescue", "keys-kit"}
"""Pages that ask for a passphrase or a code: what is sent to them is not kept, sealed or not."""
_SALT = "ombud.desk.keeping"


def sign(person: str) -> str:
    """Says for whom the form was made."""
    return signing.dumps(person, salt=_SALT)


def keep(request: HttpRequest, person: str) -> bool:
    """Seal what was sent to the person's public key. False when there was nothing to keep or nobody to seal it to."""
    fields = [(name, values) for name, values in request.POST.lists() if name not in OWN_FIELDS]
    if not _is_work(request) or not any(value for _name, values in fields for value in values) or not has_keys(person):
        return False
    files = [(name, [str(file.name) for file in found]) for name, found in request.FILES.lists()]
    kept_forms.keep(person=person, address=request.get_full_path(), fields=fields, files=files)
    if before := request.POST.get(SENT_AGAIN, ""):
        kept_forms.let_go(person=person, name=before)
    return True


def keep_for_the_maker(request: HttpRequest) -> bool:
    """The same without a session: for the person whom the page was made for."""
    try:
        person = signing.loads(request.POST.get(MAKER, ""), salt=_SALT, max_age=SIGNED_FOR)
    except signing.BadSignature:
        return False
    return keep(request, str(person))


def let_go(request: HttpRequest, response: HttpResponse) -> None:
    """A kept form that was sent again and taken (the answer leads on) is kept no longer."""
    if request.method != "POST" or not request.user.is_authenticated or response.status_code not in (302, 303):
        return
    name = request.POST.get(SENT_AGAIN, "")
    if name and getattr(request, "keys", None) is not None:
        kept_forms.let_go(person=str(request.user.pk), name=name)


def _is_work(request: HttpRequest) -> bool:
    """Pages of a municipality's work."""
    try:
        match = resolve(urlsplit(request.path_info).path)
    except (Resolver404, ValueError):
        return False
    return "code" in match.kwargs and match.url_name not in SECRETS
