"""A consent, and a disclosure that rests on one or on a law."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.casework.contents.codec import Content


class ConsentForm(models.TextChoices):
    ORAL = "oral", _("Oral")
    WRITTEN = "written", _("Written")
    DIGITAL = "digital", _("Digital")


class Ground(models.TextChoices):
    CONSENT = "consent", _("The citizen's consent")
    LAW = "law", _("A law")


@dataclass(frozen=True, repr=False)
class ConsentText(Content):
    """What may be told to whom. ``departments`` are keys of departments; ``anyone`` means all of the municipality.

    ``given_by`` and ``document`` are ids of a party and of a document of the case, or "".
    """

    scope: str
    given_on: date
    form: str = ConsentForm.ORAL.value
    to_whom: str = ""
    departments: tuple[int, ...] = ()
    anyone: bool = False
    given_by: str = ""
    document: str = ""
    withdrawn_on: date | None = None
    withdrawal: str = ""


@dataclass(frozen=True, repr=False)
class Given(Content):
    """A part of the case that was given out: "note", "document", "party", or "cpr" for a party's whole number.

    ``copy`` is its content as it was that day, so that later corrections do not change what one is told was given.
    """

    noun: str
    id: str
    version: int
    copy: str


@dataclass(frozen=True, repr=False)
class DisclosureText(Content):
    """``consent`` is the id of the consent it rests on; ``law`` the law with its paragraph where it needs none."""

    on: date
    recipient: str
    purpose: str
    ground: str
    consent: str = ""
    law: str = ""
    given: tuple[Given, ...] = ()
    by: str = ""
