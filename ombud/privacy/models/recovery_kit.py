"""The way back into an office when every member has lost theirs; its codes are on paper only."""

import uuid

from django.db import models

from ombud.privacy.models.office_key import OFFICE


class RecoveryKit(models.Model):
    """A printed kit: the office key sealed to its public key, and what opens the private one with the codes."""

    class Kind(models.TextChoices):
        ENVELOPE = "envelope"
        SHARES = "shares"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    office = models.CharField(max_length=OFFICE)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    belongs = models.BinaryField()
    public = models.BinaryField()
    pads = models.JSONField(default=dict)
    sealed = models.BinaryField()
    version = models.PositiveIntegerField()
    check_salt = models.BinaryField()
    check_digest = models.BinaryField()
    check_cost = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["office"])]

    def __str__(self) -> str:
        return f"{self.kind} of {self.office}"
