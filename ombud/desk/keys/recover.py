"""A forgotten passphrase, or an administrator's reset: the code on paper opens, and is replaced by a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.keys import code as codes
from ombud.desk.keys import opening
from ombud.desk.keys.forms import RecoverForm
from ombud.desk.keys.suggestion import suggest
from ombud.identity.models import User
from ombud.offices.actions.keys import own
from ombud.offices.queries.memberships import case_municipalities_of
from ombud.privacy.actions.people import has_keys, needs_recovery
from ombud.privacy.sealing.errors import Mistyped, NoKeys, TooManyTries, WrongSecret


def recover(request: HttpRequest) -> HttpResponse:
    """GET asks for the code and a new passphrase, POST sets it, unlocks and shows the new code."""
    user: User = request.user  # type: ignore[assignment]
    person = str(user.pk)
    if not has_keys(person):
        return redirect("keys-own")
    form = RecoverForm(request.POST if request.method == "POST" else None, initial={"suggestion": suggest()})
    if request.method == "POST" and form.is_valid():
        answer = _recovered(request, user, form)
        if answer is not None:
            return answer
    context = {
        "form": form,
        "suggestion": form["suggestion"].value(),
        "was_reset": needs_recovery(person),
        "offices": case_municipalities_of(user),
    }
    return render(request, "keys/recover.html", context, status=422 if form.is_bound else 200)


def _recovered(request: HttpRequest, user: User, form: RecoverForm) -> HttpResponse | None:
    typed, passphrase = form.cleaned_data["code"], form.cleaned_data["passphrase"]
    try:
        user_key, code = own.recover(user=user, code=typed, passphrase=passphrase)
    except Mistyped as slip:
        form.add_error("code", slip_in(slip.group))
    except (WrongSecret, NoKeys):
        form.add_error("code", _("This code does not open. It belongs to somebody else, or a newer one was made."))
    except TooManyTries:
        form.add_error("code", _("Too many tries. Wait five minutes."))
    else:
        response = redirect("keys-code")
        opening.opened(request, response, user_key)
        codes.keep(request, code)
        messages.success(request, _("You have a new passphrase. Print the new code now: the old one is used up."))
        return response
    return None


def slip_in(group: int) -> str:
    """Where a code was mistyped."""
    if group:
        return _("There is a slip in group %(group)d: it holds a letter that no code has.") % {"group": group}
    return _("There is a slip somewhere in the code. Compare it group by group with the sheet.")
