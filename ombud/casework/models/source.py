"""Where a registration came from. A caveat follows the numbers to every page and report that shows them."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel


class Source(ScopedModel):
    """A file that was imported, or the desk itself. ``caveat`` says what is reconstructed or drawn at random."""

    class Kind(models.TextChoices):
        TYPED = "typed", _("Typed in")
        IMPORTED = "imported", _("Imported from a file")
        EXAMPLE = "example", _("Reconstructed example register")

    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(_("Name"), max_length=200)
    caveat = models.TextField(_("Caveat"), blank=True)
    caveat_en = models.TextField(_("Caveat in English"), blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        base_manager_name = "unscoped"

    def __str__(self) -> str:
        return self.name

    @property
    def local_caveat(self) -> str:
        return self.caveat_en if self.caveat_en and get_language() == "en" else self.caveat
