"""One import from upload to done: it can be left and come back to."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel


class ImportRun(ScopedModel):
    """``kind`` is "registrations", "appeals" or "aggregates".

    ``file`` is a random name under OMBUD_HOME/uploads, where it lies sealed, and is deleted when the run ends. ``plan``
    holds the preview (counts, examples, problems); ``choices`` what the adviser decided (columns, values, which hand
    corrections give way). ``done`` of ``total`` rows is the progress.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Uploaded")
        READING = "reading", _("Reading")
        READY = "ready", _("Ready for your decision")
        REFUSED = "refused", _("Cannot be imported as it is")
        WRITING = "writing", _("Writing")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("Dropped")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20)
    file_name = models.CharField(_("File"), max_length=200)
    file = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    choices = models.JSONField(default=dict)
    plan = models.JSONField(default=dict)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
        base_manager_name = "unscoped"
