"""The address that pages with a form ask."""

from django.urls import path

from ombud.desk.editing.seen import seen

urlpatterns = [path("<slug:noun>/<str:row>/", seen, name="editing-seen")]
