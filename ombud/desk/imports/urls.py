from django.urls import path

from ombud.desk.imports import list as listing
from ombud.desk.imports import new, problems, show, template

urlpatterns = [
    path("", listing.show, name="imports-list"),
    path("new/", new.new, name="imports-new"),
    path("template/<slug:kind>/", template.template, name="imports-template"),
    path("<uuid:pk>/", show.show, name="imports-show"),
    path("<uuid:pk>/problems/", problems.problems, name="imports-problems"),
]
