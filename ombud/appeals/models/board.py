"""Appeal boards and the themes of their remarks (R185, R187)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import Named


class AppealBoard(Named):
    """A board such as Ankestyrelsen. ``stated_when_none`` prints a sentence when it decided nothing in a period."""

    stated_when_none = models.BooleanField(_("Say so when there are no decisions"), default=False)
    aliases = models.JSONField(_("Also called"), default=list, blank=True)

    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="appeal_board_once")]


class RemarkTheme(Named):
    """What a remark on case processing is about; ``note`` is printed under the table."""

    note = models.CharField(_("Printed note"), max_length=300, blank=True)
    aliases = models.JSONField(_("Also called"), default=list, blank=True)

    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="remark_theme_once")]
