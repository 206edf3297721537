"""Addresses of the documents of a case."""

from django.urls import path

from ombud.desk.cases.document import document
from ombud.desk.cases.document_file import file
from ombud.desk.cases.document_new import new
from ombud.desk.cases.document_preview import preview
from ombud.desk.cases.document_remove import remove

urlpatterns = [
    path("new/", new, name="cases-document-new"),
    path("<uuid:document>/", document, name="cases-document"),
    path("<uuid:document>/file/", file, name="cases-document-file"),
    path("<uuid:document>/preview/<int:page>/", preview, name="cases-document-preview"),
    path("<uuid:document>/remove/", remove, name="cases-document-remove"),
]
