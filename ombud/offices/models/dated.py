"""What has a life from one day to another. Nothing that a number rests on is ever deleted; it ends."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ombud.tenancy.models import ScopedModel

OPEN_FIRST = F("starts_on").asc(nulls_first=True)
"""By first day; a row without one has been there always and comes first, on every database."""


def in_force(on: date) -> Q:
    """Rows whose dates include the day; an empty date is open."""
    return (Q(starts_on=None) | Q(starts_on__lte=on)) & (Q(ends_on=None) | Q(ends_on__gte=on))


class Dated(models.Model):
    """A first and a last day, both included; empty means open."""

    starts_on = models.DateField(_("From"), null=True, blank=True)
    ends_on = models.DateField(_("Until and including"), null=True, blank=True)

    class Meta:
        abstract = True

    def is_in_force(self, on: date) -> bool:
        return (self.starts_on is None or self.starts_on <= on) and (self.ends_on is None or self.ends_on >= on)


class Named(ScopedModel):
    """A name in Danish with an English one beside it, and a place in the order."""

    name = models.CharField(_("Name"), max_length=120)
    name_en = models.CharField(_("Name in English"), max_length=120, blank=True)
    order = models.PositiveIntegerField(_("Order"), default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.local_name

    @property
    def local_name(self) -> str:
        """The name in the reader's language, Danish where no English one is given."""
        return self.name_en if self.name_en and get_language() == "en" else self.name


def ends_after_start(name: str) -> models.CheckConstraint:
    """No row ends before it begins."""
    return models.CheckConstraint(
        name=name,
        condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
        violation_error_message=_("The last day is before the first day."),
    )
