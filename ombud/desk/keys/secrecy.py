"""Who can read what: the promise of the program as a page that can be printed, open to whoever is logged in."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Reader:
    """Somebody who might want to read, what they can read, and what stays closed to them."""

    who: Promise
    can: Promise
    cannot: Promise
    warned: bool = False


READERS = (
    Reader(
        _("The citizens' adviser of the municipality, and a deputy while appointed"),
        _("Everything in the case files, once they have unlocked with their own passphrase."),
        _("A case from which they are shut out because of a conflict of interest."),
    ),
    Reader(
        _("A thief of the database or a disk"),
        _("The registrations (codes and days), user names, rounded sizes, and from the log: who did what when."),
        _("Names, texts and documents."),
    ),
    Reader(
        _("A department"),
        _("What was sent to it, and what is published."),
        _("That a citizen has a case with the adviser."),
    ),
    Reader(
        _("Whoever can read the municipality's document system"),
        _("What the adviser has handed over to it."),
        _("The rest of the case."),
    ),
    Reader(
        _("The archive, and whoever asks for access to files"),
        _("What the law gives, after the adviser's decision. It is noted in the log."),
        _("The rest of the case."),
    ),
    Reader(
        _("The program administrator"),
        _("Users, the office, code lists, and the log without details."),
        _("Open, search or take out a case, or let himself in. Resetting a log-in opens no case."),
    ),
    Reader(
        _("IT, who run the log-in"),
        _(
            "Log in as somebody: come to the locked page, and do in that name what is not sealed, such as registering. "
            "It is seen: in the log, and the adviser is shown the last attempts."
        ),
        _("Unlock. That takes the adviser's own passphrase."),
    ),
    Reader(
        _("IT with full control (root) of the running machine"),
        _("Change the program and catch a passphrase when it is typed. No software can prevent that."),
        _("Read what is locked, as long as the program has not been changed and nobody unlocks."),
        warned=True,
    ),
    Reader(
        _("The adviser of another municipality"),
        _("Nothing."),
        _("Everything, also that the case exists."),
    ),
    Reader(
        _("A former deputy or colleague"),
        _("What was printed or remembered."),
        _("Anything after the office's key has been changed. That happens when the next adviser unlocks."),
    ),
)


def show(request: HttpRequest) -> HttpResponse:
    """The table, in the order of those who are closest to the case."""
    return render(request, "keys/secrecy.html", {"readers": READERS})
