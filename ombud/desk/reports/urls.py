"""Addresses of the report workshop, below a municipality."""

from django.urls import path

from ombud.desk.reports.answer import answer
from ombud.desk.reports.correct import correct
from ombud.desk.reports.explain import explain
from ombud.desk.reports.file import file
from ombud.desk.reports.list import list_reports
from ombud.desk.reports.new import new
from ombud.desk.reports.protection import protection
from ombud.desk.reports.publish import publish
from ombud.desk.reports.remove import remove
from ombud.desk.reports.show import show
from ombud.desk.reports.template import template
from ombud.desk.reports.verdict import verdict, why
from ombud.desk.sections.arrange import arrange
from ombud.desk.sections.correct import correct as correct_section
from ombud.desk.sections.new import new as new_section

urlpatterns = [
    path("", list_reports, name="reports-list"),
    path("new/", new, name="reports-new"),
    path("word-template/", template, name="reports-template"),
    path("<int:pk>/", show, name="reports-show"),
    path("<int:pk>/title-page/", correct, name="reports-correct"),
    path("<int:pk>/publish/", publish, name="reports-publish"),
    path("<int:pk>/explain/", explain, name="reports-explain"),
    path("<int:pk>/answer/", answer, name="reports-answer"),
    path("<int:pk>/verdict/", verdict, name="reports-verdict"),
    path("<int:pk>/why/<slug:cell>/", why, name="reports-why"),
    path("<int:pk>/protection/", protection, name="reports-protection"),
    path("<int:pk>/remove/", remove, name="reports-remove"),
    path("<int:pk>/draft.<slug:kind>", file, name="reports-file"),
    path("<int:pk>/sections/new/", new_section, name="sections-new"),
    path("<int:pk>/sections/<slug:key>/", correct_section, name="sections-correct"),
    path("<int:pk>/sections/<slug:key>/arrange/", arrange, name="sections-arrange"),
]
