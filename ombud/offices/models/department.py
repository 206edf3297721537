"""Departments, their sub-units, former names and successors, and bodies outside the municipality (R105-R113)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombud.offices.models.dated import Dated, Named, ends_after_start
from ombud.tenancy.models import ScopedModel


class Department(Named, Dated):
    """A department, a sub-unit (with ``parent``) or an outside body (``outside``, with its printed note)."""

    parent = models.ForeignKey(
        "self", verbose_name=_("Part of"), null=True, blank=True, on_delete=models.PROTECT, related_name="units"
    )
    outside = models.BooleanField(_("Outside the municipality"), default=False)
    note = models.CharField(_("Printed note"), max_length=300, blank=True)
    note_en = models.CharField(_("Printed note in English"), max_length=300, blank=True)
    appeal_copies = models.BooleanField(_("Sends copies of appeal decisions"), default=False)

    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="department_name_once"),
            ends_after_start("department_dates"),
        ]

    @property
    def top(self) -> "Department":
        """The department that counts a matter placed in a sub-unit (R106)."""
        department = self
        while department.parent is not None:
            department = department.parent
        return department


class DepartmentAlias(ScopedModel):
    """Another name that registers and letters use for the department (R109)."""

    department = models.ForeignKey(Department, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("Also called"), max_length=120)

    class Meta:
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="department_alias_once")]

    def __str__(self) -> str:
        return self.name


class Succession(ScopedModel):
    """From a day on, ``successor`` took over from ``predecessor``: old figures stay, or are shown mapped (R108)."""

    predecessor = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="origins")
    on = models.DateField(_("On"))

    class Meta:
        base_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                name="succession_of_another", condition=~models.Q(predecessor=models.F("successor"))
            ),
        ]


class DepartmentGroup(Named):
    """Departments counted together in a figure, such as the social areas (R110)."""

    departments = models.ManyToManyField(Department, verbose_name=_("Departments"), related_name="groups")

    class Meta:
        ordering = ["order", "name"]
        base_manager_name = "unscoped"


class ReferencePopulation(ScopedModel):
    """How many citizens a department served in a year, to compare with its share of cases (R111)."""

    department = models.ForeignKey(Department, on_delete=models.CASCADE, related_name="populations")
    year = models.PositiveSmallIntegerField(_("Year"))
    citizens = models.PositiveIntegerField(_("Citizens served"))
    source = models.CharField(_("Source"), max_length=200, blank=True)

    class Meta:
        ordering = ["-year"]
        base_manager_name = "unscoped"
        constraints = [models.UniqueConstraint(fields=["department", "year"], name="population_once_a_year")]


class Contact(ScopedModel):
    """Whom to meet and hear in a department, by function and, where wanted, name (R113)."""

    department = models.ForeignKey(Department, on_delete=models.CASCADE, related_name="contacts")
    function = models.CharField(_("Function"), max_length=120)
    name = models.CharField(_("Name"), max_length=120, blank=True)

    class Meta:
        ordering = ["function"]
        base_manager_name = "unscoped"

    def __str__(self) -> str:
        return f"{self.function}: {self.name}" if self.name else self.function
