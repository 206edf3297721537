"""A municipality and its citizens' advice function."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Municipality(models.Model):
    """``code`` is the official four-digit code ("0165"). All other rows hang on a municipality."""

    class Disclosure(models.TextChoices):
        PROTECT = "protect", _("Small counts are hidden")
        AS_PUBLISHED = "as_published", _("As published, decided by the office")
        UNDECIDED = "undecided", _("Not yet decided")

    code = models.CharField(
        _("Municipality code"),
        max_length=4,
        unique=True,
        validators=[RegexValidator(r"^\d{4}$", _("The municipality code has four digits, such as 0165."))],
    )
    name = models.CharField(_("Municipality"), max_length=80)
    office = models.CharField(_("Name of the function"), max_length=80, default="Borgerrådgiveren")
    author = models.CharField(_("Author of the report"), max_length=120, blank=True)
    place = models.CharField(_("Place"), max_length=80, blank=True)
    legal_basis = models.TextField(_("Legal basis"), blank=True)
    function_starts_on = models.DateField(_("The function began on"), null=True, blank=True)
    takes_enquiries_from = models.DateField(_("Takes enquiries from"), null=True, blank=True)
    disclosure = models.CharField(_("Small counts"), max_length=20, choices=Disclosure, default=Disclosure.PROTECT)
    disclosure_note = models.TextField(_("Decision on small counts"), blank=True)
    disclosure_decided_by = models.CharField(_("Decided by"), max_length=120, blank=True)
    disclosure_decided_on = models.DateField(_("Decided on"), null=True, blank=True)
    outside_bodies = models.JSONField(_("Bodies that citizens are referred to"), default=list, blank=True)
    reservations = models.JSONField(_("Reservations printed in the report"), default=list, blank=True)
    duration_bands = models.JSONField(_("Duration bands"), default=list, blank=True)
    duration_ends_with = models.CharField(
        _("The duration ends when"),
        max_length=10,
        choices=[("closed", _("the case is closed")), ("finished", _("the work is finished"))],
        default="closed",
    )
    recognises_citizens = models.BooleanField(_("Recognises citizens who were here before"), default=True)
    retention_years = models.PositiveSmallIntegerField(
        _("Years a closed case is kept"),
        null=True,
        blank=True,
        help_text=_("Empty while the municipality and its archive have not decided: then nothing is erased."),
    )
    retention_decided_by = models.CharField(_("Decided by"), max_length=120, blank=True)
    retention_decided_on = models.DateField(_("Decided on"), null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
