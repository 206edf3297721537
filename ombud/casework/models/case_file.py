"""A case file: what the adviser knows of a person and a case. Sealed under a key of its own (R135, R136)."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ombud.casework.models.enquiry import Enquiry
from ombud.tenancy.models import ScopedModel


class CaseFile(ScopedModel):
    """At most one for an enquiry. ``id`` is the opaque name under which the key store keeps the case's key.

    In the clear stand only the link to the registration and the day it was opened. ``sealed`` holds the title, how
    the citizen wants to be contacted and which other cases it is linked with, as JSON.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    enquiry = models.OneToOneField(Enquiry, on_delete=models.PROTECT, related_name="case_file")
    opened_on = models.DateField(_("Opened"), default=timezone.localdate)
    sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-opened_on", "id"]
        base_manager_name = "unscoped"
        indexes = [models.Index(fields=["municipality", "opened_on"], name="case_file_by_day")]

    def __str__(self) -> str:
        return str(self.id)


class SealedRow(ScopedModel):
    """A part of a case file: everything it says lies in ``sealed``, bound to this row of this case.

    What it was about, when, and by whom is sealed as well; a thief sees how many parts a case has and padded sizes.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(CaseFile, on_delete=models.CASCADE)
    sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
        base_manager_name = "unscoped"

    def __str__(self) -> str:
        return str(self.id)
