"""What a page says when something does not open. Never more than the kind of failure."""

from django.utils.translation import gettext as _

from ombud.privacy.sealing import errors


def sentence(error: errors.CannotOpen) -> str:
    """One or two plain sentences: what happened, and what to do now."""
    if isinstance(error, errors.Mistyped) and error.group:
        return _("Group %(group)d of the code holds a character that no code has. Compare it with the paper.") % {
            "group": error.group
        }
    for kind, text in _sentences().items():
        if isinstance(error, kind):
            return text
    raise error


def _sentences() -> dict[type[errors.CannotOpen], str]:
    """The special before the general."""
    return {
        errors.Mistyped: _("There is a slip in the code. Compare every group with the paper."),
        errors.WrongCode: _("The code is right in itself, but it does not belong here, or a second share is missing."),
        errors.WrongSecret: _("That was not right. Nothing was opened."),
        errors.TooManyTries: _("There were too many tries. Wait five minutes before the next one."),
        errors.NeedsRecovery: _("The account was reset. Only the recovery code opens it now."),
        errors.NoKeys: _("No passphrase has been chosen for this person yet."),
        errors.CaseDestroyed: _("The case was deleted for good. Its key no longer exists."),
        errors.NoAccess: _("You hold no key to this. A colleague who does can let you in."),
        errors.Locked: _("The case files are locked. Give your passphrase to unlock them."),
        errors.WrongKey: _("This was sealed under another key and cannot be opened with yours."),
        errors.Damaged: _("What is stored here has been changed or damaged and cannot be opened."),
    }
