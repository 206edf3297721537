"""What the office has decided about small counts (R138): for whom, in which tables, and how they are kept from pointing
at a citizen.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel

LEAST_THRESHOLD, MOST_THRESHOLD = 2, 50


class SmallCountRule(ScopedModel):
    """The decision for one audience and one kind of table; ``kind`` "" is every kind that has no rule of its own.

    The rule for the public and every kind stands in ``Municipality.disclosure`` as well, which goes before it.
    ``forced`` are numbers printed whatever happens, one a line: "department", or "department: Økonomi & Stab".
    """

    class Audience(models.TextChoices):
        PUBLIC = "public", _("Everybody: the published report")
        COUNCIL = "council", _("The council: pages before the report is published")
        DESK = "desk", _("Colleagues who may see statistics but no cases")

    class Kind(models.TextChoices):
        EVERY = "", _("Every table")
        MATTERS = "matters", _("Enquiries and matters")
        DECISIONS = "appeal_decisions", _("Appeal decisions")
        REMARKS = "appeal_remarks", _("Remarks of the appeal bodies")
        TAGS = "matter_tags", _("Tags")

    class Rule(models.TextChoices):
        PROTECT = "protect", _("Hide small counts, and what would tell them")
        AS_PUBLISHED = "as_published", _("Print all counts as they are, ones and twos too")

    class Protection(models.TextChoices):
        P2 = "P2", _("For all that anyone can work out, the number may be as large as the limit")
        P1 = "P1", _("Nobody can work out exactly what the number is")

    class Treatment(models.TextChoices):
        HIDE = "hide", _("Hide the small counts")
        ROUND_3 = "round3", _("Round all counts to 3")
        ROUND_5 = "round5", _("Round all counts to 5")

    audience = models.CharField(_("Who reads"), max_length=10, choices=Audience)
    kind = models.CharField(_("Kind of table"), max_length=20, choices=Kind, blank=True, default=Kind.EVERY)
    rule = models.CharField(_("Small counts"), max_length=20, choices=Rule, default=Rule.PROTECT)
    threshold = models.PositiveSmallIntegerField(
        _("Smallest count that is printed"),
        default=3,
        validators=[MinValueValidator(LEAST_THRESHOLD), MaxValueValidator(MOST_THRESHOLD)],
    )
    zeros_shown = models.BooleanField(_("Noughts are printed"), default=True)
    protection = models.CharField(
        _("How well a hidden number is protected"), max_length=2, choices=Protection, default=Protection.P2
    )
    treatment = models.CharField(_("What is done"), max_length=10, choices=Treatment, default=Treatment.HIDE)
    forced = models.JSONField(_("Numbers that are always printed"), default=list, blank=True)
    annex = models.BooleanField(_("Print “Can the numbers stand alone?” as an annex"), default=False)
    note = models.TextField(_("Decision on small counts"), blank=True)
    decided_by = models.CharField(_("Decided by"), max_length=120, blank=True)
    decided_on = models.DateField(_("Decided on"), null=True, blank=True)

    class Meta:
        ordering = ["audience", "kind"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "audience", "kind"], name="small_counts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()} · {self.get_kind_display()}"
