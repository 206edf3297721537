"""An office's key, versioned, and how each member holds it."""

from django.db import models

from ombud.privacy.models.person_key import PERSON

OFFICE = 8


class OfficeKey(models.Model):
    """One version. The key itself is nowhere in the clear; a retired version keeps no secret at all."""

    office = models.CharField(max_length=OFFICE)
    version = models.PositiveIntegerField()
    public = models.BinaryField()
    sealed_secrets = models.BinaryField()
    rotation_due = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "version"], name="one_office_key_per_version"),
            models.UniqueConstraint(
                fields=["office"], condition=models.Q(retired_at=None), name="one_office_key_in_use"
            ),
        ]

    def __str__(self) -> str:
        return f"key {self.version} of {self.office}"


class OfficeWrap(models.Model):
    """The office key in use, sealed to one person: to the public key at first, under the user key later."""

    office = models.CharField(max_length=OFFICE)
    version = models.PositiveIntegerField()
    person = models.CharField(max_length=PERSON)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "person"], name="one_office_wrap_per_person")]

    def __str__(self) -> str:
        return f"{self.office} for {self.person}"
