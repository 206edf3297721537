"""A note."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.casework.contents.codec import Content


class NoteKind(models.TextChoices):
    CALL = "call", _("Call")
    MEETING = "meeting", _("Meeting")
    LETTER = "letter", _("Letter")
    MAIL = "mail", _("E-mail")
    OWN = "own", _("Own note")


@dataclass(frozen=True, repr=False)
class NoteText(Content):
    """``on`` is the day it tells of; ``by`` the name of whom wrote it and ``written_at`` when, put in by the action."""

    on: date
    kind: str = NoteKind.OWN.value
    title: str = ""
    text: str = ""
    by: str = ""
    written_at: str = ""
