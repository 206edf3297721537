"""Consents of the citizen, and what left the office with one (R133, R134, R143)."""

from ombud.casework.models.case_file import SealedRow


class Consent(SealedRow):
    """``sealed`` holds scope, form, to whom, given by whom and when, the document, and when it was withdrawn."""

    class Meta(SealedRow.Meta):
        default_related_name = "consents"


class Disclosure(SealedRow):
    """What was given to whom, on which ground and for what purpose. Never corrected, never removed."""

    class Meta(SealedRow.Meta):
        default_related_name = "disclosures"
