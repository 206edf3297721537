"""Addresses of the pages with numbers, below a municipality."""

from django.urls import path

from ombud.desk.statistics.file import file
from ombud.desk.statistics.hidden import hidden, why
from ombud.desk.statistics.index import index
from ombud.desk.statistics.table import table

urlpatterns = [
    path("", index, name="statistics-index"),
    path("<slug:name>/", table, name="statistics-table"),
    path("<slug:name>/excel/", file, name="statistics-file"),
    path("<slug:name>/hidden/", hidden, name="statistics-hidden"),
    path("<slug:name>/why/<slug:cell>/", why, name="statistics-why"),
]
