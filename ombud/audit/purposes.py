"""Why somebody looked: a short fixed list. Free text belongs into sealed details, never into the log itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """The code stands in the log; the text is what a person chooses and what a citizen is told."""

    CASEWORK = "casework", _("work on the case")
    IDENTIFICATION = "identification", _("to make sure who the citizen is")
    ACCESS_REQUEST = "access_request", _("a request for access from the citizen")
    DISCLOSURE = "disclosure", _("information was to be passed on")
    RECTIFICATION = "rectification", _("information was to be put right")
    CONTROL = "control", _("control of the log")
    STATISTICS_ERROR = "statistics_error", _("an error in the statistics was to be found")
    DISCUSSION = "discussion", _("the case was to be discussed among advisers, without its persons")
    PUBLICATION = "publication", _("a report was to be published, without naming anybody")
    HANDOVER = "handover", _("the case was handed over")
