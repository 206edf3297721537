"""The persons of a case, and traces by which a citizen who was here before is recognised (R129-R131)."""

from django.db import models

from ombud.casework.models.case_file import SealedRow
from ombud.tenancy.models import ScopedModel


class Party(SealedRow):
    """A citizen, relative, representative or other person of the case. A case without one is anonymous (R129)."""

    class Meta(SealedRow.Meta):
        default_related_name = "parties"


class Trace(ScopedModel):
    """A keyed digest of one particular of a party, such as the CPR number: it says "the same" and nothing else.

    Made with a key under the office's key, and only while the municipality recognises citizens.
    """

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="traces")
    trace = models.BinaryField(max_length=32)

    class Meta:
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["party", "trace"], name="trace_once")]
        indexes = [models.Index(fields=["municipality", "trace"], name="trace_of_municipality")]

    def __str__(self) -> str:
        return str(self.pk)
