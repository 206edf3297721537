"""The mandate (vedtægt) in force between two dates: what the adviser may do and how enquiries are counted."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import OPEN_FIRST, Dated, ends_after_start
from ombud.tenancy.models import ScopedModel


class Mandate(ScopedModel, Dated):
    """One version of the mandate with its registration principle and its words (R1-R9, R22-R26, R40, R88, R105)."""

    class AppealRule(models.TextChoices):
        NONE = "none", _("No rule")
        HAS_BEEN = "has_been", _("Left out when it has been brought before an appeal body")
        CAN_BE = "can_be", _("Left out when it can be brought before an appeal body")

    class Principle(models.TextChoices):
        MAIN_AND_FOLLOW_ON = "main_and_follow_on", _("Main matter and follow-on matters")
        UNIQUE_CITIZEN_MATTER = "unique_citizen_matter", _("One citizen's enquiry in one matter")
        REQUEST_IN_SPECIFIC_CASE = "request_in_specific_case", _("A request in a specific case")
        CITIZEN_SUBJECT_CENTRE = "citizen_subject_centre", _("Citizen, subject and department")

    name = models.CharField(_("Name"), max_length=120)
    supervision = models.BooleanField(_("Supervisory task: may express criticism"), default=True)
    own_initiative = models.BooleanField(_("May take up cases on own initiative"), default=False)
    age_limit_months = models.PositiveSmallIntegerField(_("Takes no matter older than (months)"), null=True, blank=True)
    appeal_rule = models.CharField(
        _("Matters for an appeal body"), max_length=10, choices=AppealRule, default=AppealRule.NONE
    )
    lay_representative = models.BooleanField(_("May act as lay companion"), default=False)
    complaint_points = models.BooleanField(_("Counts complaint points"), default=True)
    principle = models.CharField(
        _("Registration principle"), max_length=30, choices=Principle, default=Principle.MAIN_AND_FOLLOW_ON
    )
    principle_version = models.CharField(_("Version of the principle"), max_length=40, blank=True)
    principle_text = models.TextField(_("How enquiries are counted"), blank=True)
    principle_text_en = models.TextField(_("How enquiries are counted, in English"), blank=True)
    matter_word = models.CharField(_("Word for a matter"), max_length=40, default="sag")
    matter_word_plural = models.CharField(_("Word for several matters"), max_length=40, default="sager")
    matter_word_en = models.CharField(_("Word for a matter in English"), max_length=40, default="matter")
    matter_word_plural_en = models.CharField(_("Word for several matters in English"), max_length=40, default="matters")
    department_word = models.CharField(_("Word for a department"), max_length=40, default="afdeling")
    department_word_plural = models.CharField(_("Word for several departments"), max_length=40, default="afdelinger")
    department_word_en = models.CharField(_("Word for a department in English"), max_length=40, default="department")
    department_word_plural_en = models.CharField(
        _("Word for several departments in English"), max_length=40, default="departments"
    )
    legal_basis = models.TextField(_("Legal basis"), blank=True)

    class Meta:
        ordering = [OPEN_FIRST]
        base_manager_name = "unscoped"
        constraints = [ends_after_start("mandate_dates")]

    def __str__(self) -> str:
        return self.name

    def _local(self, field: str) -> str:
        english = getattr(self, f"{field}_en") if get_language() == "en" else ""
        return str(english or getattr(self, field))

    @property
    def matter(self) -> str:
        return self._local("matter_word")

    @property
    def matters(self) -> str:
        return self._local("matter_word_plural")

    @property
    def department(self) -> str:
        return self._local("department_word")

    @property
    def departments(self) -> str:
        return self._local("department_word_plural")

    @property
    def principle_explained(self) -> str:
        return self._local("principle_text")


class Provision(ScopedModel):
    """A numbered provision of the charter that actions can refer to (R6, R8)."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="provisions")
    number = models.CharField(_("Number"), max_length=20)
    text = models.TextField(_("Text"), blank=True)
    order = models.PositiveIntegerField(_("Order"), default=0)

    class Meta:
        ordering = ["order", "number"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["mandate", "number"], name="provision_once")]

    def __str__(self) -> str:
        return self.number


class Task(ScopedModel):
    """A task that the charter gives the adviser (R9)."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="tasks")
    name = models.CharField(_("Task"), max_length=200)
    order = models.PositiveIntegerField(_("Order"), default=0)

    class Meta:
        ordering = ["order"]
        base_manager_name = "unscoped"

    def __str__(self) -> str:
        return self.name


class CriticismDegree(ScopedModel):
    """A degree of the mandate's scale of criticism; ``order`` 1 is the mildest (R160, R161, G14)."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="criticism_scale")
    order = models.PositiveSmallIntegerField(_("Degree"))
    name = models.CharField(_("Name"), max_length=60)
    name_en = models.CharField(_("Name in English"), max_length=60, blank=True)
    description = models.TextField(_("Meaning"), blank=True)

    class Meta:
        ordering = ["order"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["mandate", "order"], name="criticism_degree_once")]

    def __str__(self) -> str:
        return self.name_en if self.name_en and get_language() == "en" else self.name
