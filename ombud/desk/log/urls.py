from django.urls import path

from ombud.desk.log import check, citizen, control, search
from ombud.desk.log import list as listing

urlpatterns = [
    path("", listing.show, name="log-list"),
    path("search/", search.show, name="log-search"),
    path("citizen/", citizen.show, name="log-citizen"),
    path("control/", control.show, name="log-control"),
    path("control/<uuid:pk>/", check.show, name="log-check"),
]
