"""Registrations, appeal decisions, tallies and imports."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "enquiry.registered": _("%(who)s registered an enquiry"),
    "enquiry.corrected": _("%(who)s corrected an enquiry"),
    "enquiry.imported": _("%(who)s changed an enquiry by an import"),
    "enquiry.removed": _("%(who)s removed an enquiry"),
    "enquiry.contacted": _("%(who)s noted a later contact in an enquiry"),
    "enquiry.contact_removed": _("%(who)s took a later contact out of an enquiry"),
    "decision.registered": _("%(who)s registered an appeal decision"),
    "decision.corrected": _("%(who)s corrected an appeal decision"),
    "decision.imported": _("%(who)s changed an appeal decision by an import"),
    "decision.removed": _("%(who)s removed an appeal decision"),
    "tally.counted": _("%(who)s counted a contact without an enquiry"),
    "import.started": _("%(who)s uploaded a file for import"),
    "import.applied": _("%(who)s imported a file"),
    "import.dropped": _("%(who)s gave up an import"),
    "aggregate.changed": _("%(who)s changed a published figure of an earlier year"),
    "aggregate.removed": _("%(who)s removed a published figure of an earlier year"),
}
