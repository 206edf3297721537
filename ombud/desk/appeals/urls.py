from django.urls import path

from ombud.desk.appeals import correct, new, remove
from ombud.desk.appeals import list as listing

urlpatterns = [
    path("", listing.show, name="appeals-list"),
    path("new/", new.new, name="appeals-new"),
    path("<int:pk>/", correct.correct, name="appeals-correct"),
    path("<int:pk>/remove/", remove.remove, name="appeals-remove"),
]
