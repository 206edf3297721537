"""Addresses of editions, below a municipality."""

from django.urls import path

from ombud.desk.editions.file import file
from ombud.desk.editions.list import list_editions
from ombud.desk.editions.publish import publish
from ombud.desk.editions.show import show

urlpatterns = [
    path("", list_editions, name="editions-list"),
    path("<int:pk>/", show, name="editions-show"),
    path("<int:pk>/publish/", publish, name="editions-publish"),
    path("<int:pk>/report.<slug:kind>", file, name="editions-file"),
]
