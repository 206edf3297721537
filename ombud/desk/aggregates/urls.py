"""Addresses of published figures, below a municipality."""

from django.urls import path

from ombud.desk.aggregates.correct import correct
from ombud.desk.aggregates.list import list_aggregates

urlpatterns = [
    path("", list_aggregates, name="aggregates-list"),
    path("<int:pk>/", correct, name="aggregates-correct"),
]
