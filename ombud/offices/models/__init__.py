from ombud.offices.models.channel import Channel
from ombud.offices.models.department import (
    Contact,
    Department,
    DepartmentAlias,
    DepartmentGroup,
    ReferencePopulation,
    Succession,
)
from ombud.offices.models.enquiry_type import EnquiryType, TypeDefinition
from ombud.offices.models.mandate import CriticismDegree, Mandate, Provision, Task
from ombud.offices.models.membership import Membership
from ombud.offices.models.municipality import Municipality
from ombud.offices.models.opening import Closure, Staffing
from ombud.offices.models.reporting_period import ReportingPeriod
from ombud.offices.models.small_counts import SmallCountRule
from ombud.offices.models.tag import Tag
from ombud.offices.models.taxonomy import Taxonomy, Theme, ThemeGroup, ThemeMapping

__all__ = [
    "Channel",
    "Closure",
    "Contact",
    "CriticismDegree",
    "Department",
    "DepartmentAlias",
    "DepartmentGroup",
    "EnquiryType",
    "Mandate",
    "Membership",
    "Municipality",
    "Provision",
    "ReferencePopulation",
    "ReportingPeriod",
    "SmallCountRule",
    "Staffing",
    "Succession",
    "Tag",
    "Task",
    "Taxonomy",
    "Theme",
    "ThemeGroup",
    "ThemeMapping",
    "TypeDefinition",
]
