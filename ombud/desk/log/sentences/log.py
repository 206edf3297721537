"""The log itself: looking at it is told too."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "log.read": _("%(who)s read the log with its details"),
    "log.searched": _("%(who)s searched the log for a person or a case"),
    "log.exported": _("%(who)s took out what a citizen is told of the log"),
    "log.head_sent": _("The head of the log was sent out of the house"),
    "control.drawn": _("%(who)s drew a sample check of the log"),
    "control.judged": _("%(who)s judged a line of the sample check"),
    "control.finished": _("%(who)s finished a sample check of the log"),
}
