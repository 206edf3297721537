"""The key store: sealed keys under opaque names of persons, offices and cases. Nothing here refers to another room."""

from ombud.privacy.models.case_key import CaseKey, CaseSeal, Destroyed, ShutOut
from ombud.privacy.models.office_key import OfficeKey, OfficeWrap
from ombud.privacy.models.person_key import PersonKey, Slot, Try
from ombud.privacy.models.recovery_kit import RecoveryKit

__all__ = [
    "CaseKey",
    "CaseSeal",
    "Destroyed",
    "OfficeKey",
    "OfficeWrap",
    "PersonKey",
    "RecoveryKit",
    "ShutOut",
    "Slot",
    "Try",
]
