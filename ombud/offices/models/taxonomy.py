"""Themes and subthemes in versions; an entry is retired, never deleted, and mapped to what came after (R91-R104)."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import OPEN_FIRST, Dated, Named, ends_after_start
from ombud.tenancy.models import ScopedModel


class Taxonomy(Named, Dated):
    """One version of the taxonomy with where it comes from (R99)."""

    version = models.CharField(_("Version"), max_length=40, blank=True)
    descent = models.TextField(_("Where it comes from"), blank=True)
    descent_en = models.TextField(_("Where it comes from, in English"), blank=True)

    class Meta:
        ordering = [OPEN_FIRST, "order"]
        base_manager_name = "unscoped"
        verbose_name = _("Taxonomy")
        constraints = [ends_after_start("taxonomy_dates")]

    @property
    def local_descent(self) -> str:
        return self.descent_en if self.descent_en and get_language() == "en" else self.descent


class Theme(Named, Dated):
    """A theme (no parent), a subtheme, or a detail below a subtheme (R93). Matters are placed on subthemes or below."""

    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.PROTECT, related_name="themes")
    parent = models.ForeignKey(
        "self", verbose_name=_("Under"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    scope_note = models.TextField(_("What it includes"), blank=True)
    scope_note_en = models.TextField(_("What it includes, in English"), blank=True)
    aliases = models.JSONField(_("Also called"), default=list, blank=True)
    related = models.ManyToManyField("self", verbose_name=_("Related"), blank=True)

    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["taxonomy", "parent", "name"], name="theme_name_once"),
            ends_after_start("theme_dates"),
        ]

    @property
    def local_scope_note(self) -> str:
        return self.scope_note_en if self.scope_note_en and get_language() == "en" else self.scope_note

    @property
    def top(self) -> "Theme":
        """The theme that a subtheme or a detail belongs to."""
        return self.path[0]

    @property
    def path(self) -> tuple["Theme", ...]:
        """Theme, subtheme and detail down to this entry."""
        return (*self.parent.path, self) if self.parent else (self,)


class ThemeMapping(ScopedModel):
    """An entry of one version answers to an entry of another (R101, R103)."""

    source = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="mapped_to")
    target = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="mapped_from")
    note = models.CharField(_("Note"), max_length=200, blank=True)

    class Meta:
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["source", "target"], name="theme_mapping_once")]


class ThemeGroup(Named):
    """Subthemes counted together with their share of ``base``, a theme (R229)."""

    themes = models.ManyToManyField(Theme, verbose_name=_("Subthemes"), related_name="groups")
    base = models.ForeignKey(
        Theme, verbose_name=_("Share of"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"
