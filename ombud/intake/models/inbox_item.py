"""What came in before anyone judged it: readable for nobody until an adviser has unlocked."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel


class InboxItem(ScopedModel):
    """A letter, mail or form as it arrived, sealed to the office's public key. It waits to be taken into a case.

    ``sealed`` holds sender, subject and text. ``set_aside_at`` says that it needs no case and is kept for a while.
    """

    class Channel(models.TextChoices):
        FORM = "form", _("Form")
        MAIL = "mail", _("E-mail")
        LETTER = "letter", _("Letter")
        COMMAND = "command", _("Delivered on the server")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    received_at = models.DateTimeField(_("Received"))
    channel = models.CharField(_("Channel"), max_length=10, choices=Channel)
    sealed = models.BinaryField()
    set_aside_at = models.DateTimeField(_("Set aside"), null=True, blank=True)

    class Meta:
        ordering = ["received_at"]
        base_manager_name = "unscoped"
        indexes = [models.Index(fields=["municipality", "received_at"], name="inbox_by_arrival")]

    def __str__(self) -> str:
        return str(self.id)


class InboxPart(ScopedModel):
    """A file that came with an item: its name, type and content sealed together."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    item = models.ForeignKey(InboxItem, on_delete=models.CASCADE, related_name="parts", db_index=False)
    position = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ["position"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["item", "position"], name="inbox_part_once")]

    def __str__(self) -> str:
        return str(self.id)
