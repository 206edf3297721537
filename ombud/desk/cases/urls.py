"""Addresses of the case files, below a municipality: random ids, never a name or a number."""

from django.urls import path

from ombud.desk.cases import party
from ombud.desk.cases.list import index
from ombud.desk.cases.new import new
from ombud.desk.cases.note import new as new_note
from ombud.desk.cases.note_correct import note
from ombud.desk.cases.show import show
from ombud.desk.cases.title import title

urlpatterns = [
    path("", index, name="cases-list"),
    path("new/<int:enquiry>/", new, name="cases-new"),
    path("<uuid:case>/", show, name="cases-show"),
    path("<uuid:case>/title/", title, name="cases-title"),
    path("<uuid:case>/notes/", new_note, name="cases-note-new"),
    path("<uuid:case>/notes/<uuid:part>/", note, name="cases-note"),
    path("<uuid:case>/persons/", party.new, name="cases-party-new"),
    path("<uuid:case>/persons/<uuid:part>/", party.party, name="cases-party"),
    path("<uuid:case>/persons/<uuid:part>/cpr/", party.cpr, name="cases-cpr"),
    path("<uuid:case>/persons/<uuid:part>/remove/", party.remove, name="cases-party-remove"),
]
