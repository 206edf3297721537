"""A person of the case."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.casework.contents.codec import Content


class PartyRole(models.TextChoices):
    CITIZEN = "citizen", _("Citizen")
    RELATIVE = "relative", _("Relative")
    REPRESENTATIVE = "representative", _("Party representative")
    COUNSELLOR = "counsellor", _("Lay companion")
    OTHER = "other", _("Other")


@dataclass(frozen=True, repr=False)
class Relation(Content):
    """What the person is to another of the case, such as "mother of"; ``party`` is the other's id, or ""."""

    sentence: str
    party: str = ""


@dataclass(frozen=True, repr=False)
class PartyText(Content):
    """``cpr`` is whole inside the seal only: what is opened for a page carries it masked (see show_cpr)."""

    role: str = PartyRole.CITIZEN.value
    name: str = ""
    cpr: str = ""
    address: str = ""
    phone: str = ""
    mail: str = ""
    preferred_contact: str = ""
    contact_note: str = ""
    relations: tuple[Relation, ...] = ()
