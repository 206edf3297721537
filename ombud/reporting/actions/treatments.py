"""How the small counts of one report are kept from pointing at a citizen."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.core.release.treatment import Treatment
from ombud.identity.models import User
from ombud.offices.models import Department
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.models import Report

LONGEST_LABEL = 200


def why_not_treat(treatment: Treatment) -> str:
    """Why a choice cannot be kept; "" when it can."""
    for merge in treatment.merges:
        if merge.dimension != "department" or len(set(merge.keys)) < 2 or not merge.label.strip():
            return _("Choose at least two departments to count together.")
        if len(merge.label) > LONGEST_LABEL:
            return _("The name of departments counted together is too long.")
        if Department.objects.filter(pk__in=[key for key in merge.keys if key.isdecimal()]).count() < len(merge.keys):
            return _("A department to count together does not exist.")
    return ""


@transaction.atomic
def choose_treatment(*, report: Report, treatment: Treatment, by: User | None) -> Report:
    """Keep the choice with the report. Raises ValidationError. Editions frozen before keep what they had."""
    if reason := why_not_treat(treatment):
        raise ValidationError(reason)
    current: Report = Report.objects.select_for_update().get(pk=report.pk)
    before, current.treatment = current.treatment, treatment.to_json()
    current.save(update_fields=["treatment"])
    changes = {"treatment": [str(before), str(current.treatment)]}
    code = current_municipality().code
    record("report.treated", current, by=by, municipality=code, label=str(current), changes=changes)
    return current
