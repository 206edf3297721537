"""Addresses of the inbox, below a municipality."""

from django.urls import path

from ombud.desk.inbox.list import index
from ombud.desk.inbox.show import set_aside, show

urlpatterns = [
    path("", index, name="inbox-list"),
    path("<uuid:item>/", show, name="inbox-show"),
    path("<uuid:item>/aside/", set_aside, name="inbox-aside"),
]
