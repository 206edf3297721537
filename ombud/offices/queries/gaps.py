"""What the set-up still lacks before registering and reporting go smoothly."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombud.offices.models import Channel, Department, EnquiryType, Municipality, TypeDefinition
from ombud.offices.queries.mandates import mandate_on
from ombud.offices.queries.municipalities import current_municipality
from ombud.offices.queries.periods import period_on
from ombud.offices.queries.taxonomies import subthemes_on


@dataclass(frozen=True)
class Gap:
    """What is missing, and in which part of the set-up it is put right."""

    part: str
    text: Promise


def gaps(on: date) -> list[Gap]:
    """Everything missing on the day; an empty list when the set-up is complete."""
    municipality = current_municipality()
    undefined = EnquiryType.objects.exclude(pk__in=TypeDefinition.objects.values("type"))
    checks = [
        (Department.objects.exists(), "departments", _("There are no departments yet.")),
        (mandate_on(on) is not None, "mandates", _("No mandate is in force today.")),
        (EnquiryType.objects.exists(), "types", _("There are no types of enquiry yet.")),
        (not undefined.exists(), "types", _("Some types have no meaning written down.")),
        (Channel.objects.exists(), "channels", _("There are no channels yet.")),
        (bool(subthemes_on(on)), "taxonomies", _("No themes are in force today.")),
        (period_on(on) is not None, "periods", _("No reporting period has today in it.")),
        (
            municipality.disclosure != Municipality.Disclosure.UNDECIDED,
            "small-counts",
            _("It is not decided how small counts are shown."),
        ),
    ]
    return [Gap(part, text) for done, part, text in checks if not done]
