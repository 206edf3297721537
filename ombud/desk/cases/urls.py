"""Addresses of the case files, below a municipality: random ids, never a name or a number."""

from django.urls import URLPattern, URLResolver, include, path

from ombud.desk.cases import consent, disclosure, party, rectification
from ombud.desk.cases.anonymised import without_persons
from ombud.desk.cases.conflict import conflict
from ombud.desk.cases.erase import erase
from ombud.desk.cases.list import index
from ombud.desk.cases.new import new
from ombud.desk.cases.note import new as new_note
from ombud.desk.cases.note_correct import note
from ombud.desk.cases.print import printed
from ombud.desk.cases.recognise import recognise
from ombud.desk.cases.relate import relate
from ombud.desk.cases.show import show
from ombud.desk.cases.title import title

_CASE: list[URLPattern | URLResolver] = [
    path("", show, name="cases-show"),
    path("title/", title, name="cases-title"),
    path("notes/", new_note, name="cases-note-new"),
    path("notes/<uuid:part>/", note, name="cases-note"),
    path("persons/", party.new, name="cases-party-new"),
    path("persons/<uuid:part>/", party.party, name="cases-party"),
    path("persons/<uuid:part>/cpr/", party.cpr, name="cases-cpr"),
    path("persons/<uuid:part>/remove/", party.remove, name="cases-party-remove"),
    path("documents/", include("ombud.desk.cases.document_urls")),
    path("consents/", consent.new, name="cases-consent-new"),
    path("consents/<uuid:part>/", consent.consent, name="cases-consent"),
    path("consents/<uuid:part>/withdraw/", consent.withdraw, name="cases-consent-withdraw"),
    path("consents/<uuid:part>/print/", consent.printed, name="cases-consent-print"),
    path("disclosures/", disclosure.new, name="cases-disclose"),
    path("disclosures/<uuid:part>/", disclosure.disclosure, name="cases-disclosure"),
    path("disclosures/<uuid:part>/archive/", disclosure.archive, name="cases-disclosure-archive"),
    path("rectifications/", rectification.new, name="cases-rectify"),
    path("rectifications/<uuid:part>/", rectification.rectification, name="cases-rectification"),
    path("rectifications/<uuid:part>/print/", rectification.printed, name="cases-rectification-print"),
    path("conflicts/", conflict, name="cases-conflict"),
    path("related/", relate, name="cases-relate"),
    path("print/", printed, name="cases-print"),
    path("anonymised/", without_persons, name="cases-anonymised"),
    path("erase/", erase, name="cases-erase"),
]

urlpatterns = [
    path("", index, name="cases-list"),
    path("recognition/", recognise, name="cases-recognise"),
    path("new/<int:enquiry>/", new, name="cases-new"),
    path("<uuid:case>/", include(_CASE)),
]
