from django.urls import path

from ombud.desk.tallies.add import add

urlpatterns = [path("", add, name="tallies-add")]
