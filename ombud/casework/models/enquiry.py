"""An enquiry (henvendelse): codes and dates only. Persons and texts belong to the case file, not here (R38)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ombud.casework.models.source import Source
from ombud.offices.models import Channel, EnquiryType, Mandate
from ombud.tenancy.models import ScopedModel


class Enquiry(ScopedModel):
    """Numbered number/year (R37). ``mandate`` is the version of the principles in force when it came (R40).

    ``imported_state`` keeps the codes as the last import left them, so that what was corrected by hand since can be
    told from what the file changed. ``import_key`` recognises an enquiry from a register without numbers. When its case
    is erased it loses its number, and its dates are moved to the beginning of the month.
    """

    class Enquirer(models.TextChoices):
        PERSON = "person", _("Person")
        COMPANY = "company", _("Company")
        ASSOCIATION = "association", _("Association")

    number = models.PositiveIntegerField(_("Number"), null=True)
    year = models.PositiveSmallIntegerField(_("Year"))
    received_on = models.DateField(_("Received"))
    finished_on = models.DateField(_("Work finished"), null=True, blank=True)
    closed_on = models.DateField(_("Closed"), null=True, blank=True)
    events_on = models.DateField(_("When it happened"), null=True, blank=True)
    first_channel = models.ForeignKey(
        Channel,
        verbose_name=_("First channel"),
        null=True,
        blank=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    primary_channel = models.ForeignKey(
        Channel,
        verbose_name=_("Primary channel"),
        null=True,
        blank=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    type = models.ForeignKey(
        EnquiryType,
        verbose_name=_("Type"),
        null=True,
        blank=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    enquirer = models.CharField(_("Who enquires"), max_length=12, choices=Enquirer, default=Enquirer.PERSON)
    anonymous = models.BooleanField(_("Anonymous"), default=False)
    within_mandate = models.BooleanField(_("Within the mandate"), null=True, blank=True, default=True)
    open_advice = models.BooleanField(_("Came to drop-in advice"), default=False)
    counted = models.BooleanField(_("Part of the total of enquiries"), default=True)
    without_case = models.BooleanField(_("Helped with a single contact, no case"), default=False)
    same_citizen_as = models.ForeignKey(
        "self", verbose_name=_("Same citizen as"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    mandate = models.ForeignKey(
        Mandate, null=True, blank=True, db_index=False, on_delete=models.PROTECT, related_name="+"
    )
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="enquiries")
    import_key = models.CharField(max_length=80, blank=True)
    imported_state = models.JSONField(null=True, blank=True)
    corrected_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-received_on", "-year", "-number"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "year", "number"], name="enquiry_number_once"),
            models.CheckConstraint(
                name="enquiry_closed_after_received", condition=Q(closed_on=None) | Q(closed_on__gte=F("received_on"))
            ),
            models.CheckConstraint(
                name="enquiry_finished_after_received",
                condition=Q(finished_on=None) | Q(finished_on__gte=F("received_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "received_on"], name="enquiry_by_day"),
            models.Index(fields=["municipality", "import_key"], name="enquiry_by_import_key"),
        ]

    def __str__(self) -> str:
        if self.number is None:
            return gettext("without number, %(year)d") % {"year": self.year}
        return f"{self.number}/{self.year}"
