"""What stands on each sheet. A sheet is read years later by somebody who never saw the program: it explains itself."""

from dataclasses import dataclass
from datetime import date

from ombud.core.dates import date_text
from ombud.core.words import Words


@dataclass(frozen=True)
class Holder:
    """Whose sheet it is: the municipality, the person where there is one, and the day it was printed."""

    municipality: str
    made_on: date
    person: str = ""


@dataclass(frozen=True)
class Page:
    """``groups`` is the code in groups of letters; ``blanks`` are lines to be filled in by hand."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    blanks: tuple[str, ...]


def envelope_page(code: str, holder: Holder, words: Words) -> Page:
    """The whole recovery code of an office on one sheet."""
    _ = words.gettext
    return Page(
        title=_("Recovery envelope"),
        lead=_(
            "With the code on this sheet an appointed citizens' adviser opens the office's case files again when "
            "nobody else can: all advisers have left, or have lost both passphrase and recovery code."
        ),
        facts=_facts(holder, words),
        groups=_groups(code),
        lists=(
            (_("What to do with it"), (_put_away(words), _two_people(words), _not_it(words), _no_copy(words))),
            (_("Who may open it"), (_appointed(words), _how(words), _alone_opens_nothing(words))),
        ),
        blanks=_blanks(words),
    )


def share_page(code: str, number: int, holder: Holder, words: Words) -> Page:
    """One of three shares; any two of them open."""
    _ = words.gettext
    return Page(
        title=_("Recovery share %(number)d of 3") % {"number": number},
        lead=_(
            "Any two of the three shares together open the office's case files for an appointed citizens' adviser "
            "when nobody else can. One share alone says nothing."
        ),
        facts=_facts(holder, words),
        groups=_groups(code),
        lists=(
            (
                _("What to do with it"),
                (
                    _("Put the share into an envelope, close it and sign across the flap."),
                    _("Give the three envelopes to three people who do not share a safe, none of them in IT."),
                    _no_copy(words),
                    _renew(words),
                ),
            ),
            (
                _("Who may open it"),
                (
                    _appointed(words),
                    _how(words),
                    _("Whoever holds a share hands it over against a signature and the day."),
                ),
            ),
        ),
        blanks=_blanks(words),
    )


def person_page(code: str, holder: Holder, words: Words) -> Page:
    """A person's own recovery code."""
    _ = words.gettext
    return Page(
        title=_("Personal recovery code"),
        lead=_(
            "If you forget your passphrase, this code lets you choose a new one. The same goes after an "
            "administrator has reset your log-in."
        ),
        facts=_facts(holder, words),
        groups=_groups(code),
        lists=(
            (
                _("What to do with it"),
                (
                    _("Keep the sheet at home or in a safe that only you open. It opens every case you can open."),
                    _("Do not keep it with the computer, and not where IT or the administration can get at it."),
                    _no_copy(words),
                    _("When the code has been used, it is worth nothing: the program gives you a new one to print."),
                ),
            ),
            (
                _("If it is lost"),
                (
                    _("Make a new code in the program under “Your keys”; the old one then opens nothing."),
                    _("Without passphrase and code a colleague with access, or the recovery kit, lets you in again."),
                ),
            ),
        ),
        blanks=(),
    )


def _facts(holder: Holder, words: Words) -> tuple[tuple[str, str], ...]:
    _ = words.gettext
    facts = (
        (_("Municipality"), holder.municipality),
        (_("Whose code it is"), holder.person),
        (_("Printed"), date_text(holder.made_on, words.get_language())),
    )
    return tuple((name, value) for name, value in facts if value)


def _groups(code: str) -> tuple[str, ...]:
    return tuple(group for group in code.replace("-", " ").split() if group)


def _put_away(words: Words) -> str:
    return words.gettext("Put the sheet into an envelope, close it and sign across the flap.")


def _two_people(words: Words) -> str:
    return words.gettext(
        "Let somebody outside the administration keep it, such as the municipality's auditor or a bank."
    )


def _not_it(words: Words) -> str:
    return words.gettext("IT, the mayor's office and the departments never hold it.")


def _no_copy(words: Words) -> str:
    return words.gettext("Do not copy, scan, photograph or mail it, and delete the file when it is printed.")


def _renew(words: Words) -> str:
    return words.gettext("If one is lost or opened, print new ones: the old ones then open nothing.")


def _appointed(words: Words) -> str:
    return words.gettext("Only a citizens' adviser whom the municipality has appointed, and who is logged in as such.")


def _how(words: Words) -> str:
    return words.gettext("In the program: log in, choose “Who can open the cases” and “Open with the recovery kit”.")


def _alone_opens_nothing(words: Words) -> str:
    return words.gettext(
        "The code is useless without the program's key store. When it has been opened, print a new one at once."
    )


def _blanks(words: Words) -> tuple[str, ...]:
    _ = words.gettext
    return (_("Kept by"), _("Opened on"), _("By"), _("Because"))
