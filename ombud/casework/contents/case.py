"""The case as a whole."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.casework.contents.codec import Content


class Contact(models.TextChoices):
    """How somebody wants to be contacted."""

    UNSTATED = "", _("Not stated")
    PHONE = "phone", _("Telephone")
    MAIL = "mail", _("E-mail")
    DIGITAL_POST = "digital_post", _("Digital Post")
    LETTER = "letter", _("Letter")
    MEETING = "meeting", _("In person")
    NONE = "none", _("Must not be contacted: comes back")


@dataclass(frozen=True, repr=False)
class CaseLink(Content):
    """Another case of the office, by its id, and how the two belong together."""

    case: str
    sentence: str = ""


@dataclass(frozen=True, repr=False)
class CaseText(Content):
    """``contact_note`` says what is safe, such as "call before noon only": it holds for an anonymous citizen too."""

    title: str = ""
    preferred_contact: str = ""
    contact_note: str = ""
    links: tuple[CaseLink, ...] = ()
