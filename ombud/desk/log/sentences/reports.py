"""Reports, their sections, editions, definitions and Word templates."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "report.made": _("%(who)s began a report"),
    "report.changed": _("%(who)s changed the facts of a report"),
    "report.treated": _("%(who)s chose how the small numbers of a report are protected"),
    "report.removed": _("%(who)s removed a report"),
    "section.added": _("%(who)s added a section to a report"),
    "section.changed": _("%(who)s changed a section of a report"),
    "section.moved": _("%(who)s moved a section of a report"),
    "section.removed": _("%(who)s removed a section of a report"),
    "explanation.put": _("%(who)s explained a difference in a report"),
    "explanation.removed": _("%(who)s took back the explanation of a difference in a report"),
    "question.answered": _("%(who)s answered a question about the text of a report"),
    "question.reopened": _("%(who)s took back the answer to a question about the text of a report"),
    "drafts.sealed": _("%(who)s sealed the drafts of reports"),
    "edition.frozen": _("%(who)s froze an edition of a report"),
    "edition.published": _("%(who)s published an edition of a report"),
    "definition.added": _("%(who)s added a definition of a table or figure"),
    "definition.changed": _("%(who)s changed a definition of a table or figure"),
    "definition.removed": _("%(who)s removed a definition of a table or figure"),
    "word_template.put": _("%(who)s put in a Word template"),
    "word_template.removed": _("%(who)s removed a Word template"),
}
