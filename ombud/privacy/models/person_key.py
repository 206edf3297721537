"""A person's keys: a pair to receive with, and the slots that open the user key."""

import uuid

from django.db import models

PERSON = 64


class PersonKey(models.Model):
    """The pair with which a person receives keys; the private key is sealed under the user key."""

    person = models.CharField(max_length=PERSON, primary_key=True)
    public = models.BinaryField()
    sealed_private = models.BinaryField()
    needs_recovery = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"keys of {self.person}"


class Slot(models.Model):
    """One way to the user key. A passkey slot keeps the salt of its PRF and the credential among the parameters."""

    class Kind(models.TextChoices):
        PASSPHRASE = "passphrase"  # noqa: S105
        RECOVERY = "recovery"
        PASSKEY = "passkey"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person = models.CharField(max_length=PERSON)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    salt = models.BinaryField()
    parameters = models.JSONField(default=dict)
    sealed = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(kind__in=["passphrase", "recovery"]),
                name="one_passphrase_and_one_recovery_code",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person}"


class Try(models.Model):
    """A passphrase that was tried and not yet known to be right; counted, then forgotten."""

    person = models.CharField(max_length=PERSON)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "at"])]

    def __str__(self) -> str:
        return f"try of {self.person}"
