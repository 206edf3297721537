from django.urls import path

from ombud.desk.overview.show import show

urlpatterns = [path("", show, name="overview")]
