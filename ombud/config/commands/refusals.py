"""Bad input is answered with one message, never with a traceback."""

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import DatabaseError
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.readers.error import ReadError
from ombud.writers.error import WriteError


class Refused(Exception):
    """A command cannot do what it was asked; the message says why and what would help."""


def refusal(problem: Exception) -> str | None:
    """What to say about a problem that the user can do something about; None for a fault in the program."""
    from ombud.offices.actions.profiles import ProfileRefused
    from ombud.offices.queries.profiles import UnreadableProfile

    if isinstance(problem, ReadError):
        return problem.said(translation)
    if isinstance(problem, Refused | ImproperlyConfigured | WriteError | ProfileRefused | UnreadableProfile):
        return str(problem)
    if isinstance(problem, ValidationError):
        return "\n".join(problem.messages)
    if isinstance(problem, DatabaseError):
        return _("The database does not answer as it should: %(problem)s") % {"problem": problem}
    if isinstance(problem, OSError) and problem.filename is not None:
        return f"{problem.filename}: {problem.strerror}"
    return None
