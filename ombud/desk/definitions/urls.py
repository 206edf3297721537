"""Addresses of the definitions, below a municipality."""

from django.urls import path

from ombud.desk.definitions.correct import correct
from ombud.desk.definitions.list import list_definitions
from ombud.desk.definitions.new import new

urlpatterns = [
    path("", list_definitions, name="definitions-list"),
    path("new/<slug:kind>/", new, name="definitions-new"),
    path("<slug:kind>/<slug:name>/", correct, name="definitions-correct"),
]
