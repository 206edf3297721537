"""The kinds of file that can be imported, as the pages speak of them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """``rows`` says what a row of the file is."""

    key: str
    name: Promise
    rows: Promise


KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            "registrations",
            _("A register of enquiries"),
            _(
                "One row for each matter. Rows with the same number belong to one enquiry; the first is the main "
                "matter, unless a column says which is. A register without numbers gets them."
            ),
        ),
        Kind(
            "appeals",
            _("Appeal decisions"),
            _("One row for each decision of an appeal board that the office received a copy of."),
        ),
        Kind(
            "aggregates",
            _("Published figures of earlier years"),
            _("One row for each published number. They are marked as imported wherever they are printed."),
        ),
    )
}
