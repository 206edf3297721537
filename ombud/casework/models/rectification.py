"""Wrong data put right, and who was told (R145, R146)."""

from ombud.casework.models.case_file import SealedRow


class Rectification(SealedRow):
    """``sealed`` holds what stood, what is right, why, the day, and each recipient with when and how it was told."""

    class Meta(SealedRow.Meta):
        default_related_name = "rectifications"
