"""The page that something kept was sent to: its name, whose case it belongs to, and whether it takes texts."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from ombud.casework.models import CaseFile, Enquiry
from ombud.desk.navigation import place_of
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import scope

SENT_ON: dict[str, Promise] = {
    "aggregates-correct": gettext_lazy("A published figure"),
    "appeals-correct": gettext_lazy("Appeal decisions"),
    "appeals-new": gettext_lazy("Appeal decisions"),
    "cases-consent": gettext_lazy("Consent"),
    "cases-consent-new": gettext_lazy("New consent"),
    "cases-consent-withdraw": gettext_lazy("Consent"),
    "cases-disclose": gettext_lazy("Give something out"),
    "cases-document": gettext_lazy("Document"),
    "cases-document-new": gettext_lazy("Documents"),
    "cases-new": gettext_lazy("Open a case file"),
    "cases-note": pgettext_lazy("case file", "Note"),
    "cases-note-new": pgettext_lazy("case file", "Note"),
    "cases-party": gettext_lazy("Person"),
    "cases-party-new": gettext_lazy("Add a person"),
    "cases-rectification": gettext_lazy("Rectification"),
    "cases-rectify": gettext_lazy("Put wrong information right"),
    "cases-relate": gettext_lazy("Tie to another case"),
    "cases-title": gettext_lazy("Title and contact"),
    "definitions-correct": gettext_lazy("Tables and figures"),
    "definitions-new": gettext_lazy("Tables and figures"),
    "enquiries-contact": gettext_lazy("Enquiries"),
    "enquiries-correct": gettext_lazy("Enquiries"),
    "enquiries-new": gettext_lazy("Enquiries"),
    "inbox-show": gettext_lazy("A letter"),
    "reports-correct": gettext_lazy("Annual report"),
    "reports-new": gettext_lazy("New report"),
    "sections-correct": gettext_lazy("Section"),
    "sections-new": gettext_lazy("New section"),
    "tallies-add": gettext_lazy("Overview"),
}
"""Pages that take what is written, to which one button sends it. A locked page is reached by whoever can log in as the
person, IT too: what was left there must not, by a press on a friendly button, give access, shut out or remove.
"""


@dataclass(frozen=True)
class KeptPage:
    """``name`` and ``row`` ("Case 2024-3") are for reading; "" where there is nothing to say."""

    municipality: str = ""
    name: str = ""
    row: str = ""
    sent_on: bool = False


def page_of(address: str, keys: Keyring) -> KeptPage:
    """What the address is called. A row is named only in a municipality whose cases the person opens."""
    try:
        match = resolve(urlsplit(address).path)
    except (Resolver404, ValueError):
        return KeptPage()
    office = Municipality.objects.filter(code=str(match.kwargs.get("code", ""))).first()
    name = SENT_ON.get(match.view_name) or place_of(match.view_name)
    row = _row(match, office) if office and office.code in keys.offices else ""
    return KeptPage(office.name if office else "", str(name), row, match.view_name in SENT_ON)


def _row(match: ResolverMatch, office: Municipality) -> str:
    with scope(office):
        if "case" in match.kwargs:
            case = CaseFile.objects.filter(pk=match.kwargs["case"]).select_related("enquiry").first()
            return pgettext("case file", "Case %(number)s") % {"number": case.enquiry} if case else ""
        key = match.kwargs.get("enquiry" if match.view_name == "cases-new" else "pk")
        if match.view_name not in ("cases-new", "enquiries-correct", "enquiries-contact"):
            return ""
        enquiry = Enquiry.objects.filter(pk=key).first()
        return _("Enquiry %(enquiry)s") % {"enquiry": enquiry} if enquiry else ""
