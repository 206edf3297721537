"""The key of a case: under the office key, or sealed to persons when somebody is shut out; and what is left after."""

from django.db import models

from ombud.privacy.models.office_key import OFFICE
from ombud.privacy.models.person_key import PERSON


class CaseKey(models.Model):
    """The key of one case. Without ``sealed`` somebody is shut out, and the key lies in the case's seals instead."""

    case = models.UUIDField(primary_key=True)
    office = models.CharField(max_length=OFFICE)
    office_version = models.PositiveIntegerField()
    sealed = models.BinaryField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["office"])]

    def __str__(self) -> str:
        return str(self.case)


class CaseSeal(models.Model):
    """The key of a case from which somebody is shut out, sealed to one of the others."""

    case = models.UUIDField()
    person = models.CharField(max_length=PERSON)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="one_case_seal_per_person")]

    def __str__(self) -> str:
        return f"{self.case} for {self.person}"


class ShutOut(models.Model):
    """A person who must not read a case of the own office."""

    case = models.UUIDField()
    person = models.CharField(max_length=PERSON)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="shut_out_once")]

    def __str__(self) -> str:
        return f"{self.person} out of {self.case}"


class Destroyed(models.Model):
    """The ledger of destroyed keys: no person, no text. Applied after every restore; unfinished lines are redone."""

    case = models.UUIDField(primary_key=True)
    office = models.CharField(max_length=OFFICE)
    at = models.DateTimeField()
    finished = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.case)
