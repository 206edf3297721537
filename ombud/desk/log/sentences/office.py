"""The set-up: municipality, roles, and every row of the code lists by one verb each."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "municipality.made": _("%(who)s made the municipality from its profile"),
    "municipality.changed": _("%(who)s changed the facts of the municipality"),
    "reporting.made": _("%(who)s made the definitions and outlines of the municipality"),
    "membership.appointed": _("%(who)s gave %(whom)s a role"),
    "membership.corrected": _("%(who)s changed the dates of a role of %(whom)s"),
    "membership.ended": _("%(who)s ended a role of %(whom)s"),
}
VERBS: dict[str, Promise] = {
    "added": _("%(who)s added to the set-up: %(noun)s"),
    "changed": _("%(who)s changed in the set-up: %(noun)s"),
    "removed": _("%(who)s removed from the set-up: %(noun)s"),
    "defined": _("%(who)s wrote a definition in the set-up: %(noun)s"),
    "mapped": _("%(who)s connected in the set-up: %(noun)s"),
    "unmapped": _("%(who)s took a connection out of the set-up: %(noun)s"),
    "succeeded": _("%(who)s noted a successor in the set-up: %(noun)s"),
}
NOUNS: dict[str, Promise] = {
    "channel": _("channel"),
    "closure": _("closing day"),
    "contact": _("contact"),
    "criticismdegree": _("degree of criticism"),
    "department": _("department"),
    "departmentalias": _("another name of a department"),
    "departmentgroup": _("group of departments"),
    "succession": _("successor of a department"),
    "enquirytype": _("type of enquiry"),
    "mandate": _("mandate"),
    "membership": _("role"),
    "municipality": _("municipality"),
    "provision": _("provision of the mandate"),
    "referencepopulation": _("population"),
    "reportingperiod": _("reporting period"),
    "smallcountrule": _("rule on small counts"),
    "staffing": _("staffing"),
    "tag": _("tag"),
    "task": _("task"),
    "taxonomy": _("taxonomy"),
    "theme": _("theme"),
    "themegroup": _("group of themes"),
    "thememapping": _("mapping between themes"),
    "typedefinition": _("definition of a type"),
    "appealboard": _("appeal board"),
    "remarktheme": _("theme of remarks"),
}
